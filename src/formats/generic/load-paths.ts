import { ACTIONS, type Action } from '../../model/vocabulary.ts'
import type { LoginKind } from '../web-login-codes.ts'
import type { Answers, LoginPath, WebPaths } from '../web-paths.ts'
import { isMap } from 'yaml'
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

/** One of some words; an error for anything else. */
const readWord = <Word extends string>(
  reader: YamlReader,
  node: Entry['value'],
  what: string,
  words: readonly Word[],
): Word | undefined => {
  const word = reader.text(node, what)
  if (word === undefined || isOneOf(words, word)) return word
  return reader.fail(node, {
    en: `"${word}" is not known here; use one of: ${words.join(', ')}`,
    ja: `"${word}" は指定できません。指定できる値: ${words.join(', ')}`,
  })
}

const readTable = <Value>(
  reader: YamlReader,
  table: Entry | undefined,
  isKey: RegExp,
  spell: (key: string) => string,
  read: (node: Entry['value'], what: string) => Value | undefined,
): Readonly<Record<string, Value>> => {
  const found: Record<string, Value> = {}
  if (table === undefined) return found
  for (const { key, keyNode, value } of reader.entries(table.value ?? table.keyNode, table.key)) {
    const word = read(value ?? keyNode, `${table.key}.${key}`)
    if (!isKey.test(key))
      reader.fail(keyNode, {
        en: `"${key}": write ${table.key === 'acts' ? 'method and path (POST /point/use)' : 'a path (/members/auth)'}`,
        ja: `"${key}": ${table.key === 'acts' ? 'メソッドとパス(POST /point/use)' : 'パス(/members/auth)'}を書いてください`,
      })
    else if (word !== undefined) found[spell(key)] = word
  }
  return found
}

const OF_ANSWERS = { success: 'success', failure: 'failure', unknown: 'info' } as const
const ANSWER_WORDS = Object.keys(OF_ANSWERS) as readonly (keyof typeof OF_ANSWERS)[]
const STATUS = /^[1-5]\d\d$/

/** `{ kind: form, success: [302], failure: [200], unknown: [422] }` */
const readAnswers = (reader: YamlReader, entries: readonly Entry[], what: string): Answers => {
  const answers: Record<string, Answers[string]> = {}
  for (const { key, keyNode, value } of entries) {
    const word = ANSWER_WORDS.find((known) => known === key)
    for (const status of word === undefined ? [] : reader.texts(value ?? keyNode, `${what}.${key}`)) {
      if (STATUS.test(status) && word !== undefined) answers[status] = OF_ANSWERS[word]
      else
        reader.fail(value ?? keyNode, {
          en: `"${status}" is no status of an answer; write numbers such as [200, 302]`,
          ja: `"${status}" は応答のステータスではありません。[200, 302] のように数字で書いてください`,
        })
    }
  }
  return answers
}

const readLogin = (reader: YamlReader, node: Entry['value'], what: string): LoginPath | undefined => {
  if (!isMap(node)) {
    const kind = readWord(reader, node, what, LOGIN_KINDS)
    return kind === undefined ? undefined : { kind }
  }
  const entries = reader.entries(node, what)
  for (const { key, keyNode } of entries)
    if (key !== 'kind' && !ANSWER_WORDS.some((word) => word === key))
      reader.fail(keyNode, {
        en: `there is no "${key}" for a login; known: kind, ${ANSWER_WORDS.join(', ')}`,
        ja: `"${key}" というキーはありません。使えるキー: kind, ${ANSWER_WORDS.join(', ')}`,
      })
  const kind = entries.find(({ key }) => key === 'kind')
  return {
    kind: (kind === undefined ? undefined : readWord(reader, kind.value ?? kind.keyNode, `${what}.kind`, LOGIN_KINDS)) ?? 'form',
    answers: readAnswers(reader, entries, what),
  }
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
    logins: readTable<LoginPath>(reader, top.get('logins'), PATH, spelled, (node, what) => readLogin(reader, node, what)),
    acts: readTable<Action>(reader, top.get('acts'), REQUEST, spelledRequest, (node, what) => readWord(reader, node, what, ACTIONS)),
  }
}
