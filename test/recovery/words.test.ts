import { describe, expect, it } from 'vitest'
import type { Bilingual } from '../../src/recovery/bilingual.ts'
import { ACCOUNT_STEPS } from '../../src/recovery/catalogue/account-steps.ts'
import { CASE_STEPS } from '../../src/recovery/catalogue/case-steps.ts'
import { LEGAL_STEPS } from '../../src/recovery/catalogue/legal-steps.ts'
import { PREVENTION, PREVENTION_FRAME } from '../../src/recovery/catalogue/prevention-steps.ts'
import { providers } from '../../src/recovery/providers/registry.ts'
import type { StepTemplate } from '../../src/recovery/step-template.ts'

const FORBIDDEN = /安全です|問題ありません|ハッキング|犯人|侵入|漏洩|あり得ない移動|サインイン(?!ログ)|不要|該当しない/
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/

const isText = (value: unknown): value is Bilingual => typeof value === 'object' && value !== null && 'en' in value && 'ja' in value
const textsOf = (steps: Readonly<Record<string, Partial<StepTemplate>>>): [string, Bilingual][] =>
  Object.entries(steps).flatMap(([id, step]) =>
    Object.entries(step)
      .filter((entry): entry is [string, Bilingual] => isText(entry[1]))
      .map(([key, text]): [string, Bilingual] => [`${id}.${key}`, text]),
  )

const all: [string, Bilingual][] = [
  ...textsOf(ACCOUNT_STEPS),
  ...textsOf(CASE_STEPS),
  ...textsOf(LEGAL_STEPS),
  ...textsOf({ frame: PREVENTION_FRAME }),
  ...Object.entries(PREVENTION),
  ...providers.flatMap((provider) =>
    Object.entries(provider.acts).flatMap(([act, commands]) =>
      commands.flatMap((command) =>
        (['note', 'residual', 'userImpact'] as const).flatMap((key): [string, Bilingual][] => {
          const text = command[key]
          return text === undefined ? [] : [[`${provider.id}.${act}.${key}`, text]]
        }),
      ),
    ),
  ),
]

/** `{count}`, or `{count:account|accounts}`. */
const placeholders = (text: string): readonly string[] =>
  Array.from(text.matchAll(/\{(\w+)(?::[^{}|]*\|[^{}|]*)?\}/g), ([, name = '']) => name).toSorted()

describe('words of steps and providers', () => {
  it.each(all)("%s is said in both languages, in the house's words", (_where, text) => {
    expect(text.en).not.toBe('')
    expect(text.en.replace(/（?速報|確報/g, '')).not.toMatch(JAPANESE)
    expect(text.en).not.toMatch(/\bhack|criminal|is safe\b|\bsign(ed)?[- ]in\b(?! log)/i)
    expect(text.ja).toMatch(JAPANESE)
    expect(text.ja).not.toMatch(FORBIDDEN)
    expect(placeholders(text.ja)).toEqual(placeholders(text.en))
  })

  it('checklist lines are notes, not letters', () => {
    for (const step of [...Object.values(ACCOUNT_STEPS), ...Object.values(CASE_STEPS), ...Object.values(LEGAL_STEPS)])
      expect(step.text.ja).not.toMatch(/(です|ます|ください)(。|$)/)
  })

  it('legal text never says that a report is not needed', () => {
    for (const [, text] of textsOf(LEGAL_STEPS)) {
      expect(text.ja).not.toMatch(/不要|該当しない|必要ない|しなくて/)
      expect(text.en).not.toMatch(/not (needed|required|necessary)|no need/i)
    }
  })
})
