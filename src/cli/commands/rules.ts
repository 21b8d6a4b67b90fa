import { complainUnknown } from '../../i18n/complaint.ts'
import type { MessageId } from '../../i18n/catalogue.ts'
import { say } from '../../i18n/translate.ts'
import { wordOf } from '../../i18n/words.ts'
import type { Lang } from '../../model/vocabulary.ts'
import { rules as all } from '../../rules/registry.ts'
import { remarkIn, type Remark, type Rule } from '../../rules/define-rule.ts'
import { grid } from '../../reports/table/grid.ts'
import { paragraph } from '../../reports/table/flow.ts'
import { EXIT, type Io } from '../io.ts'
import { parseChoice } from '../options/values.ts'
import { joinLines, longestId, row, rows, viewOf, type View } from '../views/view.ts'
import { writeOut } from '../talk/write-out.ts'

const listRules = (view: View): string => {
  const speak = (id: MessageId): string => say(id, {}, view)
  const heads = [speak('reference.severity'), 'ATT&CK', speak('reference.detects')]
  const columns = [{ title: 'id', min: longestId(all) }, ...heads.map((title) => ({ title, min: 9 }))]
  const cells = all.map((rule) => [rule.id, wordOf('severity', rule.severity, view.lang), rule.attack.join(' '), rule.title[view.lang]])
  return joinLines(grid(columns, cells, view.columns, view.palette))
}

const describeRule = (rule: Rule, view: View): string => {
  const parameters = Object.entries(rule.parameters).map(
    ([name, { default: value, en, ja = en }]) => `${rule.id}.${name}=${value}  ${{ en, ja }[view.lang]}`,
  )
  const remarks = (all: readonly Remark[]): readonly string[] => all.map((remark) => remarkIn(remark, view.lang))
  return joinLines([
    view.palette.heading(
      `${rule.id}  ${rule.title[view.lang]}  (${wordOf('severity', rule.severity, view.lang)}, ${rule.attack.join(' ')})`,
    ),
    '',
    ...paragraph('', rule.question[view.lang], view.width),
    '',
    ...paragraph('', rule.howItDecides[view.lang], view.width),
    '',
    ...row(
      say('reference.needs', {}, view),
      [...rule.needs.map((need) => wordOf('lacks', need, view.lang)), ...(rule.list === undefined ? [] : [`--${rule.list}`])].join(
        view.lang === 'ja' ? '、' : ', ',
      ) || '-',
      view,
    ),
    ...rows(say('reference.parameters', {}, view), parameters, view),
    ...rows(say('reference.false-positives', {}, view), remarks(rule.falsePositives), view),
    ...rows(say('reference.blind-spots', {}, view), remarks(rule.blindSpots), view),
  ])
}

/** `ashiato rules [ID]` */
export const rules = async (id: string | undefined, language: string, io: Io): Promise<number> => {
  const view = viewOf(io, { lang: parseChoice<Lang>(language, '--lang', ['en', 'ja']), zone: 'UTC' })
  const found = all.find((rule) => rule.id === id)
  if (id !== undefined && found === undefined)
    throw complainUnknown(
      'rules',
      id,
      all.map((rule) => rule.id),
    )
  await writeOut(io, undefined, [found === undefined ? listRules(view) : describeRule(found, view)])
  return EXIT.done
}
