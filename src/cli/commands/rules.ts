import Table from 'cli-table3'
import { userError } from '../../kernel/user-error.ts'
import type { Lang } from '../../model/vocabulary.ts'
import { rules as all } from '../../rules/registry.ts'
import type { Rule } from '../../rules/define-rule.ts'
import { EXIT, type Io } from '../io.ts'
import { parseChoice } from '../values.ts'
import { writeOut } from '../write-out.ts'

const listRules = (lang: Lang): string => {
  const table = new Table({ head: ['id', lang === 'ja' ? '重要度' : 'severity', 'ATT&CK', lang === 'ja' ? '検知' : 'detects'], style: { head: [], border: [] } })
  for (const rule of all) table.push([rule.id, rule.severity, rule.attack.join(' '), rule.title[lang]])
  return `${table.toString()}\n`
}

const describeRule = (rule: Rule, lang: Lang): string =>
  [
    `${rule.id}  ${rule.title[lang]}  (${rule.severity}, ${rule.attack.join(' ')})`, '',
    rule.question[lang], '', rule.howItDecides[lang], '',
    ...Object.entries(rule.parameters).map(([name, parameter]) => `  ${rule.id}.${name} = ${parameter.default}   ${parameter.en}`),
    '', ...rule.falsePositives.map((text) => `  - false positive: ${text}`), ...rule.blindSpots.map((text) => `  - blind spot: ${text}`), '',
  ].join('\n')

/** `ashiato rules [ID]` */
export const rules = async (id: string | undefined, language: string, io: Io): Promise<number> => {
  const lang = parseChoice<Lang>(language, '--lang', ['en', 'ja'])
  const found = id === undefined ? undefined : all.find((rule) => rule.id === id)
  if (id !== undefined && found === undefined) throw userError(`rules: "${id}" is not known.`, `Known: ${all.map((rule) => rule.id).join(', ')}.`)
  await writeOut(io, undefined, [found === undefined ? listRules(lang) : describeRule(found, lang)])
  return EXIT.done
}
