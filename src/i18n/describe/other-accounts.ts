import type { CaseOtherAccount } from '../../model/case.ts'
import { say, type SayOptions } from '../translate.ts'

/** The person's other accounts, each with its system, what ties it to this one, and its own verdict. One text per account. */
export const describeOthers = (others: readonly CaseOtherAccount[] = [], options: SayOptions): readonly string[] =>
  others.map(({ account, provider, tenant, link, verdict }) =>
    say(
      'report.other',
      {
        account,
        provider: tenant === null ? provider : `${provider} ${tenant}`,
        how: say(`report.link-${link}`, {}, options),
        verdict: verdict === null ? say('report.other-clean', {}, options) : say(`verdict-short.${verdict}`, {}, options),
      },
      options,
    ),
  )
