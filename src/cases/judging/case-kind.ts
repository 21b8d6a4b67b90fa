import { isAffected, type CaseKind, type Verdict } from '../../model/vocabulary.ts'
import type { Signal } from '../signals/signal.ts'
import { decideVerdict, type VerdictInput } from './verdict.ts'

/** Rules that accuse no stranger: a person who is one of ours, or a fault of the service. */
const KIND_OF: Readonly<Record<string, CaseKind>> = {
  'departed-login': 'misuse',
  'shared-id-overlap': 'misuse',
  'supplier-window': 'misuse',
  'mass-export': 'misuse',
  'session-crossed': 'exposure',
}

const kindOfSignal = ({ rule }: Pick<Signal, 'rule'>): CaseKind => KIND_OF[rule] ?? 'takeover'

export interface KindVerdict {
  readonly verdict: Verdict | undefined
  readonly kind: CaseKind
}

/**
 * What happened to an account: somebody else was in, or one of ours went too far, or the service mixed accounts up. A takeover is
 * the worst reading and goes first; a fault explains more than a suspicion against a person.
 */
export const decideKind = (input: VerdictInput): KindVerdict => {
  const of = (kind: CaseKind): readonly Signal[] => input.signals.filter((signal) => kindOfSignal(signal) === kind)
  const takeover = decideVerdict({ ...input, signals: of('takeover') })
  if (isAffected({ verdict: takeover })) return { verdict: takeover, kind: 'takeover' }
  for (const kind of ['exposure', 'misuse'] as const) {
    const verdict = decideVerdict({ ...input, signals: of(kind), attempts: 0, passwordKnown: false })
    if (isAffected({ verdict })) return { verdict, kind }
  }
  return { verdict: takeover, kind: 'takeover' }
}
