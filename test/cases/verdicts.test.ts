import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RenderOptions } from '../../src/model/case.ts'
import { everyReport } from '../reports/every-report.ts'
import { affectedOf, caseNames, ROOT, scanCase, truthOf, VERDICTS } from './support.ts'

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(`${ROOT}docs/case.schema.json`, 'utf8')) as object,
)

const RENDER: RenderOptions = { lang: 'en', zone: 'UTC', color: false, width: 80, part: undefined }

/** Every output in both languages, and every part of those that have parts. */
const everyOutput = (document: Parameters<(typeof everyReport)[number]['render']>[0]): readonly string[] =>
  everyReport.flatMap((report) =>
    [undefined, ...report.parts].flatMap((part) =>
      (['en', 'ja'] as const).map((lang) => [...report.render(document, { ...RENDER, lang, part })].join('')),
    ),
  )

describe.each(caseNames)('case %s', (name) => {
  const truth = truthOf(name)
  const scanned = scanCase(name)

  it('is judged as what happened', async () => {
    const { accounts } = await scanned
    const named = accounts.filter(
      ({ verdict, flags }) => verdict === 'compromised' || verdict === 'suspected' || flags.includes('passwordKnown'),
    )
    const told = Object.fromEntries(
      named.map(({ account, verdict, class: harm, flags }) => [account, { verdict, class: harm, flags: [...flags].toSorted() }]),
    )
    const wanted = Object.entries(truth.accounts).map(
      ([account, { flags, ...verdict }]) => [account, { ...verdict, flags: flags.toSorted() }] as const,
    )
    expect(told).toEqual(Object.fromEntries(wanted))
  })
  it('lists those who were only tried, and no innocent look-alike', async () => {
    const { accounts, summary } = await scanned
    expect(summary.accounts.targeted).toBe(truth.targeted)
    expect(summary.accounts.undetermined).toBe(truth.undetermined ?? 0)
    expect(accounts.map(({ account }) => account).filter((account) => truth.notListed.includes(account))).toEqual([])
    if (truth.headline !== undefined) expect(summary.headline.messageId).toBe(truth.headline)
  })
  it('reads every record', async () => {
    const { run, summary } = await scanned
    for (const input of run.inputs) expect(input.used + input.ignored, input.path).toBe(input.records)
    expect(summary.incomplete).toBe(false)
  })
  it('gives the document that was looked at', async () => {
    const document = await scanned
    expect(validate(document), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(`${VERDICTS}${name}/case.json`)
  })
  it('gives every affected account reasons, what is usual for it, sessions and a checklist', async () => {
    const document = await scanned
    const withoutReasons = document.accounts.filter(({ reasons }) => reasons.length === 0)
    const incomplete = affectedOf(document).filter(
      ({ reasons, checklist, sessions }) =>
        checklist.length === 0 || sessions.length === 0 || !reasons.some(({ evidence }) => evidence.length > 0),
    )
    expect([...withoutReasons, ...incomplete].map(({ account }) => account)).toEqual([])
  })
  it.runIf(truth.canaries !== undefined)('shows no password that was typed as a name', async () => {
    const outputs = [...everyOutput(await scanned), ...everyOutput(await scanCase(name, { lang: 'ja' }))]
    expect(outputs.every((output) => output.length > 100)).toBe(true)
    for (const canary of truth.canaries ?? []) expect(outputs.filter((output) => output.includes(canary))).toEqual([])
  })
})
