import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml'
import { wordOf } from '../i18n/words.ts'
import type { Lang } from '../model/vocabulary.ts'
import type { Bilingual } from './bilingual.ts'
import { checkTemplate } from './check-template.ts'
import { PROVIDER_ACTS, type Provider, type ProviderAct, type ProviderCommand } from './define-provider.ts'

/** What is wrong in a provider file, and where (counted from 1). */
export interface ProviderFileError {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

export type LoadedProvider = { readonly provider: Provider } | { readonly errors: readonly ProviderFileError[] }

type Shell = NonNullable<Provider['shell']>
type Complain = (node: Node | null | undefined, message: Bilingual) => void

const FILE_KEYS = ['id', 'title', 'shell', 'setup', 'commands']
const COMMAND_KEYS = ['command', 'permission', 'reversible', 'impact', 'residual', 'residual-for', 'note', 'proof', 'by-hand']
/** Short words for the acts that everybody needs. */
const SHORT: Readonly<Record<string, ProviderAct>> = {
  block: 'block-account',
  unblock: 'unblock-account',
  revoke: 'revoke-sessions',
  reset: 'force-reset',
  contact: 'restore-contact',
  factors: 'remove-factors',
}
const ACT_KEYS = [...PROVIDER_ACTS, ...Object.keys(SHORT)]
const REVERSIBLE = ['yes', 'no', 'partly'] as const

const textOf = (node: unknown): string | undefined =>
  isScalar(node) && typeof node.value === 'string' && node.value !== '' ? node.value : undefined
const nodeAt = (map: YAMLMap, key: string): Node | undefined => map.get(key, true) as Node | undefined
const actOf = (text: string | undefined): ProviderAct | undefined =>
  text === undefined ? undefined : (SHORT[text] ?? PROVIDER_ACTS.find((act) => act === text))

const checkKeys = (map: YAMLMap, allowed: readonly string[], complain: Complain): void => {
  for (const item of map.items) {
    const key = isPair(item) ? textOf(item.key) : undefined
    if (key === undefined || !allowed.includes(key))
      complain(item.key as Node, {
        en: `unknown key ${JSON.stringify(key ?? null)}; known are ${allowed.join(', ')}`,
        ja: `${JSON.stringify(key ?? null)} というキーはありません。使えるキー: ${allowed.join(', ')}`,
      })
  }
}

/** `text`, or `{ en, ja }`; one language serves both. */
const bilingual = (node: Node | undefined, complain: Complain): Bilingual | undefined => {
  if (node === undefined) return undefined
  const single = textOf(node)
  if (single !== undefined) return { en: single, ja: single }
  const en = isMap(node) ? textOf(nodeAt(node, 'en')) : undefined
  const ja = isMap(node) ? textOf(nodeAt(node, 'ja')) : undefined
  const any = en ?? ja
  if (any === undefined) complain(node, { en: 'write a text, or en: and ja:', ja: '文字列、または en: と ja: を書いてください' })
  return any === undefined ? undefined : { en: en ?? any, ja: ja ?? any }
}

const checkedTemplate = (node: Node | undefined, shell: Shell, complain: Complain): string | undefined => {
  const text = textOf(node)
  if (text === undefined) complain(node, { en: 'a command is a text that is not empty', ja: 'コマンドは空でない文字列で書いてください' })
  for (const problem of checkTemplate(text ?? '', shell)) complain(node, problem.message)
  return text
}

const proofOf = (node: Node | undefined, complain: Complain): ProviderCommand['proof'] => {
  if (node === undefined) return undefined
  const codes = isSeq(node) ? node.items.map(textOf) : [textOf(node)]
  const known = codes.filter((code): code is string => code !== undefined)
  if (known.length === 0 || known.length !== codes.length)
    complain(node, { en: 'proof is an event code, or a list of them', ja: 'proof はイベントコード、またはその一覧で書いてください' })
  return { text: known.join(' / '), codes: known }
}

/** `reversible: yes` is a text in YAML 1.2 and true in files written for 1.1; both are taken. */
const reversibleOf = (node: Node | undefined, act: ProviderAct, complain: Complain): ProviderCommand['reversible'] => {
  if (node === undefined) return act.startsWith('revoke') || act.startsWith('remove') || act === 'force-reset' ? 'no' : 'yes'
  const said = isScalar(node) ? node.value : undefined
  const value = typeof said === 'boolean' ? (said ? 'yes' : 'no') : said
  const found = REVERSIBLE.find((word) => word === value)
  if (found === undefined) complain(node, { en: 'reversible is yes, no or partly', ja: 'reversible は yes、no、partly のいずれかです' })
  return found ?? 'partly'
}

/** An ISO 8601 duration, `PT30M`. */
const durationOf = (node: Node | undefined, complain: Complain): string | undefined => {
  const text = textOf(node)
  if (node === undefined || (text !== undefined && /^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?$/.test(text))) return text
  complain(node, { en: 'residual-for is a duration such as PT30M or P1D', ja: 'residual-for は PT30M や P1D のような期間で書いてください' })
  return undefined
}

const isTrue = (node: Node | undefined): boolean => isScalar(node) && (node.value === true || node.value === 'yes')

const readCommand = (node: Node, act: ProviderAct, shell: Shell, file: string, complain: Complain): ProviderCommand | undefined => {
  const whole = isMap(node) ? node : undefined
  if (whole !== undefined) checkKeys(whole, COMMAND_KEYS, complain)
  const at = (key: string): Node | undefined => (whole === undefined ? undefined : nodeAt(whole, key))
  const command = checkedTemplate(whole === undefined ? node : (at('command') ?? node), shell, complain)
  const [permission, userImpact, residual, residualFor, note, proof] = [
    textOf(at('permission')),
    bilingual(at('impact'), complain),
    bilingual(at('residual'), complain),
    durationOf(at('residual-for'), complain),
    bilingual(at('note'), complain),
    proofOf(at('proof'), complain),
  ]
  return command === undefined
    ? undefined
    : {
        command,
        reversible: reversibleOf(at('reversible'), act, complain),
        source: file,
        ...(permission === undefined ? {} : { permission }),
        ...(userImpact === undefined ? {} : { userImpact }),
        ...(residual === undefined ? {} : { residual }),
        ...(residualFor === undefined ? {} : { residualFor }),
        ...(isTrue(at('by-hand')) ? { byHand: true } : {}),
        ...(note === undefined ? {} : { note }),
        ...(proof === undefined ? {} : { proof }),
      }
}

type Pair = YAMLMap['items'][number]

const readActs = (pairs: readonly Pair[], shell: Shell, file: string, complain: Complain): Provider['acts'] => {
  const entries = pairs.flatMap((item): [ProviderAct, readonly ProviderCommand[]][] => {
    const act = actOf(textOf(item.key))
    if (act === undefined) return []
    const nodes = (isSeq(item.value) ? item.value.items : [item.value]) as (Node | null)[]
    if (nodes.includes(null)) complain(item.key as Node, { en: `${act} has no command`, ja: `${act} にコマンドがありません` })
    return [[act, nodes.flatMap((one) => (one === null ? [] : (readCommand(one, act, shell, file, complain) ?? [])))]]
  })
  return Object.fromEntries(entries)
}

/** Acts stand under `commands:`, or beside `id` where the file is short. */
const actPairs = (root: YAMLMap, complain: Complain): readonly Pair[] => {
  const own = root.items.filter(({ key }) => actOf(textOf(key)) !== undefined)
  const commands = nodeAt(root, 'commands')
  if (isMap(commands)) {
    checkKeys(commands, ACT_KEYS, complain)
    return [...own, ...commands.items]
  }
  if (commands !== undefined || own.length === 0)
    complain(commands, { en: 'commands: is a map of acts to commands', ja: 'commands: には操作とコマンドの対応を書いてください' })
  return own
}

/** A home-made site's provider from YAML (docs/PROVIDERS.md), or every error with its line and column, in the reader's language. */
export const loadProvider = (yamlText: string, fileName: string, lang: Lang = 'en'): LoadedProvider => {
  const lines = new LineCounter()
  const document = parseDocument(yamlText, { lineCounter: lines, uniqueKeys: true })
  const errors: ProviderFileError[] = []
  const report = (offset: number, message: Bilingual): void => {
    const { line, col } = lines.linePos(offset)
    errors.push({ file: fileName, line: Math.max(1, line), column: Math.max(1, col), message: message[lang] })
  }
  const complain: Complain = (node, message) => report(node?.range?.[0] ?? 0, message)
  // The library speaks English only; its code can be looked up.
  for (const { code, pos } of document.errors) report(pos[0], { en: wordOf('detail', code, 'en'), ja: wordOf('detail', code, 'ja') })
  const root = document.contents
  if (errors.length > 0 || !isMap(root)) {
    if (errors.length === 0)
      report(0, { en: 'a provider file is a map with id, title and commands', ja: 'id、title、commands の3つのキーを書いてください' })
    return { errors }
  }
  const provider = readProvider(root, fileName, complain)
  return errors.length > 0 ? { errors } : { provider }
}

const readProvider = (root: YAMLMap, file: string, complain: Complain): Provider => {
  checkKeys(root, [...FILE_KEYS, ...ACT_KEYS], complain)
  const id = textOf(nodeAt(root, 'id')) ?? ''
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    complain(nodeAt(root, 'id') ?? root, {
      en: 'id: small letters, digits and dashes; it equals the provider of your log mapping',
      ja: 'id は英小文字・数字・ハイフンで書き、ログのマッピングの provider と同じにしてください',
    })
  const shellText = textOf(nodeAt(root, 'shell')) ?? 'posix'
  const shell: Shell = shellText === 'powershell' ? 'powershell' : 'posix'
  if (shellText !== shell)
    complain(nodeAt(root, 'shell'), { en: 'shell is posix or powershell', ja: 'shell は posix または powershell です' })
  const setup = nodeAt(root, 'setup')
  const setupLines = (isSeq(setup) ? setup.items : setup === undefined ? [] : [setup]).map(textOf)
  if (setupLines.includes(undefined))
    complain(setup, { en: 'setup is a text, or a list of texts', ja: 'setup は文字列、またはその一覧で書いてください' })
  return {
    id,
    title: textOf(nodeAt(root, 'title')) ?? id,
    shell,
    setup: setupLines.filter((line) => line !== undefined),
    acts: readActs(actPairs(root, complain), shell, file, complain),
  }
}
