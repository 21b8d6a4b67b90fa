import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogue } from '../../src/i18n/catalogue.ts'
import { rules } from '../../src/rules/registry.ts'
import { OWNERS, PHASES, SEVERITIES, VERDICTS } from '../../src/model/vocabulary.ts'

const entries = [...catalogue]
const placeholders = (text: string): string[] =>
  [...new Set(Array.from(text.matchAll(/\{(\w+)[^{}]*\}/g), ([, name]) => name ?? ''))].sort()
const FORBIDDEN_JA = /安全です|問題ありません|ハッキング|犯人|侵入|漏洩|サインイン|あり得ない移動|根絶|排除/
const source = new URL('../../src/', import.meta.url)
const sources = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))

test.each(entries)('%s is said in both languages, with the same data', (_, { en, ja }) => {
  expect(en.trim()).not.toBe('')
  expect(ja.trim()).not.toBe('')
  expect(placeholders(ja)).toEqual(placeholders(en))
  expect(ja).not.toMatch(FORBIDDEN_JA)
  expect(ja).not.toMatch(/[（）]/)
  // Japanese has no plural; a span of minutes it says in its own units.
  expect(ja).not.toMatch(/\{\w+:(?!span\})/)
  expect(en).not.toMatch(/[\u3000-\u30ff\u4e00-\u9fff]/)
  expect(en).not.toMatch(/\b(safe|hacker|hacked)\b/i)
})

test('"not found" is only said together with period and log', () => {
  for (const [id, { ja }] of entries.filter(([, { ja }]) => ja.includes('確認されていません'))) {
    expect(ja, id).toMatch(/\{first\}.*\{last\}.*ログ/)
  }
})

test('every id that the sources say exists', () => {
  const used = sources.flatMap((path) =>
    Array.from(readFileSync(new URL(path, source), 'utf8').matchAll(/\bsay\('([\w.-]+)'/g), ([, id]) => id ?? ''),
  )
  expect(used.length).toBeGreaterThan(50)
  expect(used.filter((id) => !catalogue.has(id))).toEqual([])
})

/** Rooms of words that are looked up by a value: named where one is said from them, and in the two tables that lead from a datum to its room. */
const namedRooms = (text: string): string[] => [
  ...Array.from(text.matchAll(/\bsayFrom\('([\w-]+)'/g), ([, room = '']) => `${room}.`),
  ...Array.from(text.matchAll(/^const (?:VOCABULARY_OF|WORDED)\b.* = \{\n([^}]*)\}/gm)).flatMap(([, table = '']) =>
    Array.from(table.matchAll(/: '([\w-]+)'/g), ([, room = '']) => `${room}.`),
  ),
]

test('no words are left over that nobody says', () => {
  const text = sources
    .filter((path) => !path.startsWith('i18n/catalogue/'))
    .map((path) => readFileSync(new URL(path, source), 'utf8'))
    .join('\n')
  const built = Array.from(text.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/g), ([, beginning = '']) => beginning)
  const beginnings = [...built, ...namedRooms(text)]
  expect(beginnings).toEqual(expect.arrayContaining(['verdict-short.', 'caveat.', 'event-reason.', 'role.']))
  const left = entries.map(([id]) => id).filter((id) => !text.includes(`'${id}'`) && !beginnings.some((one) => id.startsWith(one)))
  expect(left).toEqual([])
})

test('what a rule may need has its words', () => {
  expect([...new Set(rules.flatMap(({ needs }) => needs))].filter((need) => !catalogue.has(`carried.${need}`))).toEqual([])
})

test('the words responders agreed on', () => {
  const words = (room: string, values: readonly string[]): string[] => values.map((value) => catalogue.get(`${room}.${value}`)?.ja ?? '')
  expect(words('verdict', VERDICTS)).toEqual([
    '不正ログインと判定',
    '不正ログインの疑い',
    '攻撃対象(攻撃元からのログイン成功の記録なし)',
    '判定不能',
  ])
  expect(words('verdict-short', VERDICTS)).toEqual(['判定', '疑い', '試行のみ', '判定不能'])
  expect(words('phase', PHASES)).toEqual([
    '証拠保全',
    '封じ込め(被害の拡大防止)',
    '影響範囲の特定',
    '無効化(セッション・認証情報)',
    '復旧',
    '通知・報告',
    '原因究明',
    '再発防止',
    '経過観察',
  ])
  expect(words('severity', SEVERITIES)).toEqual(['情報', '低', '中', '高', '緊急'])
  expect(words('owner', OWNERS)).toEqual(['CSIRT', 'ID基盤担当', 'CS', '法務・個人情報保護担当', '事業責任者'])
  expect(words('decision', ['confirmed', 'cleared', 'pending'])).toEqual(['確定', '除外', '確認待ち'])
  expect(words('flag', ['passwordKnown'])).toEqual(['パスワード一致(未ログイン)'])
  expect(
    words(
      'heading',
      Array.from({ length: 11 }, (_, index) => String(index + 1)),
    ),
  ).toEqual([
    '1 結論',
    '2 影響件数(確定・疑い・最大)',
    '3 攻撃の概要(期間・手口・攻撃元)',
    '4 ログイン後の操作と閲覧された可能性のある項目',
    '5 対象アカウント',
    '6 時系列',
    '7 判定の根拠',
    '8 調査の範囲と限界',
    '9 対応状況',
    '10 未確認事項',
    '11 入力ファイルとハッシュ値',
  ])
  expect(words('checklist', ['now', 'targets', 'impact', 'residual', 'record'])).toEqual([
    'いますぐ(止血)',
    '対象と件数',
    '利用者への影響',
    '残るリスク',
    '実施記録',
  ])
})
