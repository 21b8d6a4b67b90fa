import { describe, expect, it } from 'vitest'
import type { Lang } from '../../src/model/vocabulary.ts'
import { buildChecklists } from '../../src/recovery/build-checklists.ts'
import { inLanguage } from '../../src/recovery/bilingual.ts'
import { findProvider } from '../../src/recovery/provider-registry.ts'
import { providers } from '../../src/recovery/providers/registry.ts'
import { account, input } from './support/accounts.ts'

const proofOf = (provider: string, id: string, lang: Lang): string => {
  const who = account({ provider })
  const steps = buildChecklists(input([who]), { lang }).accountSteps(who)
  return steps.find((step) => step.id === id)?.proof ?? ''
}

describe('what proves a step', () => {
  it('several log events are alternatives, and said to be: any one of them ticks the step off', () => {
    expect(proofOf('okta', 'E1', 'en')).toMatch(
      /^One of these in the log: user\.session\.clear \+ user\.session\.end \/ user\.authentication\.universal_logout\. [A-Z]/,
    )
    expect(proofOf('okta', 'E1', 'ja')).toMatch(
      /^ログに次のいずれかの記録がある: user\.session\.clear \+ user\.session\.end \/ user\.auth\S+。/,
    )
  })

  it('a single one stands alone', () => {
    expect(proofOf('okta', 'C1', 'en')).toMatch(/^user\.lifecycle\.suspend\. [A-Z]/)
    expect(findProvider('okta').acts['block-account']?.[0]?.proof?.text).toBe('user.lifecycle.suspend')
  })

  it('no declaration lists alternatives with commas: outside brackets they stand between slashes', () => {
    const listed = providers.flatMap(({ id, acts }) =>
      Object.values(acts)
        .flat()
        .flatMap(({ proof }) =>
          proof === undefined ? [] : (['en', 'ja'] as const).map((lang) => `${id}: ${inLanguage(proof.text, lang)}`),
        )
        .filter((text) => /, (?!then )|、(?!続いて)|; /.test(text.replace(/[(（][^)）]*[)）]/g, ''))),
    )
    expect(listed).toEqual([])
  })
})
