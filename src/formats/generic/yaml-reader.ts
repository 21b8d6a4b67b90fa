import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Node } from 'yaml'
import type { Lang } from '../../model/vocabulary.ts'
import type { Text } from './text.ts'

/** One thing wrong with a mapping file; lines and columns count from 1. */
export interface MappingError {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

export interface Entry {
  readonly key: string
  readonly keyNode: Node
  readonly value: Node | undefined
}

/** Typed access to a parsed YAML file that notes errors with their place instead of throwing. */
export interface YamlReader {
  readonly root: Node | undefined
  readonly errors: readonly MappingError[]
  readonly fail: (node: Node | undefined, message: Text) => undefined
  /** Entries of a mapping node (`what` is empty for the whole file); an error for anything else. */
  readonly entries: (node: Node | undefined, what: string) => readonly Entry[]
  /** A scalar as text, as the author wrote it; an error for anything else. */
  readonly text: (node: Node | undefined, what: string) => string | undefined
  /** A scalar or a list of scalars. */
  readonly texts: (node: Node | undefined, what: string) => readonly string[]
}

const asNode = (value: unknown): Node | undefined => (isMap(value) || isSeq(value) || isScalar(value) ? value : undefined)

/** As written (`True`, `007`, `1e3`), not as YAML would interpret it: codes are texts. */
const scalarText = (node: unknown): string | undefined => {
  if (!isScalar(node) || node.value === null) return undefined
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}

/** What is named nowhere in the file: the whole of it. */
const WHOLE: Text = { en: 'the mapping', ja: 'マッピング全体' }
const nameOf = (what: string): Text => (what === '' ? WHOLE : { en: what, ja: what })

const mustBeSingle = (what: string): Text => ({ en: `${what} must be a single value`, ja: `${what} は値を1つだけ書いてください` })

/** The library speaks English only: its codes in Japanese (yaml, src/errors.ts). */
const JAPANESE: Readonly<Record<string, string>> = {
  BAD_ALIAS: '参照(*)の誤り',
  BAD_DQ_ESCAPE: '二重引用符の中のエスケープの誤り',
  BAD_INDENT: '字下げの誤り',
  BLOCK_AS_IMPLICIT_KEY: 'キーの位置に置けない値',
  BLOCK_IN_FLOW: '[ ]・{ } の中に置けない記述',
  DUPLICATE_KEY: '同じキーの重複',
  IMPOSSIBLE: '解釈できない記述',
  KEY_OVER_1024_CHARS: '長すぎるキー',
  MISSING_CHAR: '閉じるかっこ・引用符・コロン・空白などの不足',
  MULTILINE_IMPLICIT_KEY: '複数行にわたるキー',
  MULTIPLE_ANCHORS: '名前(&)の重複',
  MULTIPLE_DOCS: '複数の文書(---)',
  TAB_AS_INDENT: 'タブによる字下げ(空白を使用)',
  UNEXPECTED_TOKEN: '想定外の文字',
}

/** Parses YAML text; syntax errors are in `errors` from the start. Said in the reader’s language. */
export const readYaml = (yamlText: string, file: string, lang: Lang): YamlReader => {
  const lines = new LineCounter()
  const document = parseDocument(yamlText, { lineCounter: lines, uniqueKeys: true, prettyErrors: false })
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const errors: MappingError[] = document.errors.map(({ code, message, pos }) => ({
    file,
    ...at(pos[0]),
    message: lang === 'ja' ? `YAMLの文法の誤り: ${JAPANESE[code] ?? '記述の誤り'}(${code})` : message,
  }))
  const fail = (node: Node | undefined, message: Text): undefined => {
    errors.push({ file, ...at(node?.range?.[0] ?? 0), message: message[lang] })
    return undefined
  }
  const text = (node: Node | undefined, what: string): string | undefined => {
    const found = scalarText(node)
    if (found === 'TODO')
      return fail(node, {
        en: `${what} still says TODO: put in what your log has there`,
        ja: `${what} が TODO のままです。ログの実際の値に置き換えてください`,
      })
    return found ?? fail(node, mustBeSingle(what))
  }
  return {
    root: asNode(document.contents),
    errors,
    fail,
    text,
    texts: (node, what) => {
      if (!isSeq(node)) return [text(node, what)].filter((value) => value !== undefined)
      return node.items.map((item) => text(asNode(item) ?? node, what)).filter((value) => value !== undefined)
    },
    entries: (node, what) => {
      if (!isMap(node))
        return (
          fail(node, {
            en: `${nameOf(what).en} must be a list of "name: value" lines`,
            ja: `${nameOf(what).ja}は「名前: 値」の行を並べて書いてください`,
          }) ?? []
        )
      return node.items.flatMap(({ key, value }) => {
        // A mapping needs no aliases, and they are how YAML files blow up.
        if (isAlias(value))
          return (
            fail(value, {
              en: `${nameOf(what).en}: YAML aliases (*name) are not read; write the value again`,
              ja: `${nameOf(what).ja}: YAMLの別名(*名前)は使えません。値をもう一度書いてください`,
            }) ?? []
          )
        const name = scalarText(key)
        const keyNode = asNode(key) ?? node
        return name === undefined
          ? (fail(keyNode, {
              en: `${nameOf(what).en}: a name must be a single value`,
              ja: `${nameOf(what).ja}: 名前は値を1つだけ書いてください`,
            }) ?? [])
          : [{ key: name, keyNode, value: asNode(value) }]
      })
    },
  }
}
