import { ACTIONS, type Action } from '../../model/vocabulary.ts'
import type { LoginKind } from '../web-login-codes.ts'
import type { WebPaths } from '../web-paths.ts'
import type { Entry, YamlReader } from './yaml-reader.ts'

const LOGIN_KINDS: readonly LoginKind[] = ['form', 'api', 'xmlrpc']
const PATH = /^\/\S{1,200}$/
const REQUEST = /^(?:GET|POST|PUT|PATCH|DELETE) \/\S{1,200}$/

/** Compared in small letters and without the slash at the end, as requests are. */
const spelled = (path: string): string => path.toLowerCase().replace(/\/+$/, '')

const spelledRequest = (request: string): string => {
  const [method = '', path = ''] = request.split(' ')
  return `${method} ${spelled(path)}`
}

const isOneOf = <Word extends string>(words: readonly Word[], text: string): text is Word => (words as readonly string[]).includes(text)

const readTable = <Word extends string>(
  reader: YamlReader,
  table: Entry | undefined,
  words: readonly Word[],
  isKey: RegExp,
  spell: (key: string) => string,
): Readonly<Record<string, Word>> => {
  const found: Record<string, Word> = {}
  if (table === undefined) return found
  for (const { key, keyNode, value } of reader.entries(table.value ?? table.keyNode, table.key)) {
    const word = reader.text(value ?? keyNode, `${table.key}.${key}`)
    if (word === undefined) continue
    if (!isKey.test(key))
      reader.fail(keyNode, {
        en: `"${key}": write ${table.key === 'acts' ? 'method and path (POST /point/use)' : 'a path (/members/auth)'}`,
        ja: `"${key}": ${table.key === 'acts' ? 'メソッドとパス(POST /point/use)' : 'パス(/members/auth)'}を書いてください`,
      })
    else if (isOneOf(words, word)) found[spell(key)] = word
    else
      reader.fail(value ?? keyNode, {
        en: `"${word}" is not known here; use one of: ${words.join(', ')}`,
        ja: `"${word}" は指定できません。指定できる値: ${words.join(', ')}`,
      })
  }
  return found
}

/** A file that says which pages of a site are logins and what members do at the others (`ashiato: paths/1`). */
export const readPaths = (reader: YamlReader): WebPaths => {
  const top = new Map(reader.entries(reader.root, '').map((entry) => [entry.key, entry]))
  for (const [key, { keyNode }] of top)
    if (!['ashiato', 'logins', 'acts'].includes(key))
      reader.fail(keyNode, {
        en: `there is no "${key}" in a file of paths; known: ashiato, logins, acts`,
        ja: `"${key}" というキーはありません。使えるキー: ashiato, logins, acts`,
      })
  return {
    logins: readTable<LoginKind>(reader, top.get('logins'), LOGIN_KINDS, PATH, spelled),
    acts: readTable<Action>(reader, top.get('acts'), ACTIONS, REQUEST, spelledRequest),
  }
}
