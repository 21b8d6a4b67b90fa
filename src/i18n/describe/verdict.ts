import type { CaseAccount } from '../../model/case.ts'
import { say, type SayOptions } from '../translate.ts'

/** The verdict in words. Where nobody else was in, no takeover is spoken of: an insider's act, or a fault of the service. */
export const describeVerdict = ({ verdict, kind }: Pick<CaseAccount, 'verdict' | 'kind'>, options: SayOptions): string =>
  kind === 'takeover' ? say(`verdict.${verdict}`, {}, options) : say(`kind-verdict.${kind}`, {}, options)
