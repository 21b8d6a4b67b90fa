import type { Base, StepId } from '../catalogue/account-steps.ts'

/** What the fix of a cause concerns; the case's prevention steps are chosen by it. */
export type PreventTopic =
  | 'stuffing'
  | 'spray'
  | 'limits'
  | 'travel'
  | 'token-binding'
  | 'push'
  | 'help-desk'
  | 'reset-flow'
  | 'contact-change'
  | 'app-consent'
  | 'least-privilege'
  | 'leaver'
  | 'dormant'
  | 'approval'
  | 'export'
  | 'log-integrity'
  | 'session-mixup'
  | 'legacy-protocols'
  | 'sign-up'
  | 'protection'

/** One finding's row: its account steps in order (a preference) and what must hold (`before`: a rule, kept under every merge). */
export interface MatrixRow {
  readonly id: string
  /** Ids of rules, and of the signals that no rule reports; none where what was done in the account asks for the row. */
  readonly findings: readonly string[]
  readonly steps: readonly Base[]
  readonly before: readonly (readonly [Base, Base])[]
  /** Variants this finding asks for, by precedence of the rows. */
  readonly variants: readonly StepId[]
  readonly prevent: readonly PreventTopic[]
  /** Case steps beyond the usual ones. */
  readonly education: boolean
}

const row = (id: string, findings: readonly string[], steps: readonly Base[], extra: Partial<MatrixRow> = {}): MatrixRow => ({
  id,
  findings,
  steps,
  before: [],
  variants: [],
  prevent: [],
  education: false,
  ...extra,
})

/** Order of rows = precedence: the first row present sets the order of steps, later ones insert theirs. */
export const MATRIX: readonly MatrixRow[] = [
  row('exposure', ['session-crossed'], ['P1', 'X1', 'E1', 'X2', 'N1', 'F1'], {
    variants: ['N1.exposure'],
    prevent: ['session-mixup'],
  }),
  row(
    'hijack',
    ['session-moved', 'scripted-session', 'token-reuse', 'token-elsewhere'],
    ['P1', 'E1', 'C1', 'E2', 'E3', 'E4', 'R1', 'R2', 'R3', 'R4', 'N1', 'F1'],
    // A reset password is useless while the stolen session lives, and the attacker acts in it now.
    { before: [['E1', 'C1']], prevent: ['token-binding'], education: true },
  ),
  row('factor-abuse', ['shared-factor'], ['P1', 'C4', 'C1', 'E1', 'E2', 'E3', 'R1', 'R2', 'R3', 'R4', 'N3', 'N1', 'F1'], {
    before: [
      ['E2', 'R1'],
      ['E3', 'R1'],
    ],
    variants: ['R1.in-person', 'N1.post'],
    prevent: ['help-desk'],
  }),
  row(
    'privilege',
    ['role-granted', 'privileged-unusual', 'acts-on-others'],
    ['P1', 'E5', 'C1', 'E1', 'E2', 'E4', 'R1', 'R2', 'R4', 'N1', 'F1'],
    {
      before: [['E5', 'C1']],
      prevent: ['approval'],
    },
  ),
  row('contact-change', [], ['P1', 'C4', 'E3', 'C1', 'E1', 'E2', 'E4', 'R1', 'R2', 'R4', 'N1', 'F1'], {
    before: [
      ['C4', 'E3'],
      ['E3', 'R1'],
    ],
    variants: ['N1.both-addresses'],
    prevent: ['contact-change'],
  }),
  row(
    'reset-abuse',
    ['reset-then-new-context', 'owner-locked-out', 'reset-wave', 'reset-wave-hit', 'code-flood'],
    ['P1', 'C1', 'E3', 'E1', 'E2', 'R1', 'R2', 'R4', 'N1', 'F1'],
    {
      before: [['E3', 'R1']],
      prevent: ['reset-flow', 'limits'],
    },
  ),
  // It was done to the account by support: no right was granted to it, and none can be taken back from it.
  row('impersonated', ['impersonation'], ['P1', 'ASK', 'C3', 'C1', 'E1', 'E2', 'R1', 'R2', 'R4', 'N1', 'F1']),
  row('consent', ['rare-consent'], ['P1', 'E4A', 'E1', 'E4', 'R1', 'N1', 'F1'], {
    before: [['E4A', 'E1']],
    variants: ['N1.consenters'],
    prevent: ['app-consent'],
    education: true,
  }),
  row('export', ['mass-export'], ['P1', 'C1', 'C4', 'E1', 'E4', 'S1', 'N1', 'F1'], {
    before: [['C1', 'S1']],
    prevent: ['export'],
  }),
  row('departed', ['departed-login'], ['P1', 'C1', 'E4', 'E5', 'E1', 'F1', 'E6'], {
    before: [['E1', 'E6']],
    prevent: ['leaver'],
  }),
  row('insider', ['shared-id-overlap', 'supplier-window'], ['P1', 'H1', 'C1', 'E5', 'E4', 'E1', 'S1', 'F1'], {
    prevent: ['least-privilege'],
  }),
  row('fatigue', ['mfa-fatigue', 'push-after-refusal'], ['P1', 'C1', 'E1', 'E2', 'R1', 'R2', 'R3', 'R4', 'N1', 'F1'], {
    prevent: ['push'],
    education: true,
  }),
  row(
    'stuffing',
    ['single-source-stuffing', 'distributed-guessing', 'distributed-wave', 'low-and-slow-source', 'breached-password-success'],
    ['P1', 'C1', 'C4', 'E1', 'E2', 'E3', 'E4', 'R1', 'R2', 'R3', 'R4', 'R5', 'N1', 'F1'],
    { prevent: ['stuffing', 'limits'], education: true },
  ),
  row('spray', ['single-source-spray'], ['P1', 'C1', 'C4', 'E1', 'E2', 'E3', 'E4', 'R1', 'R2', 'R3', 'R4', 'R5', 'N1', 'F1'], {
    prevent: ['spray'],
    education: true,
  }),
  row('guessing', ['account-guessing', 'success-after-guessing', 'guessed'], ['P1', 'C1', 'E1', 'E2', 'R1', 'R2', 'R4', 'N1', 'F1'], {
    prevent: ['limits'],
  }),
  row('dormant', ['dormant-login'], ['P1', 'C1', 'E1', 'E2', 'R1', 'R2', 'R4', 'N1', 'F1'], {
    variants: ['R1.strict'],
    prevent: ['dormant'],
  }),
  row(
    'travel',
    [
      'impossible-travel',
      'two-countries',
      'country-hop',
      'new-context-success',
      'fusion',
      'rare-network',
      'fan-in',
      'fan-in-network',
      'fan-in-device',
    ],
    ['P1', 'ASK', 'C3', 'C1', 'E1', 'E2', 'R1', 'R2', 'R4', 'N1', 'F1'],
    {
      prevent: ['travel'],
    },
  ),
  row('change', ['change-after-doubt'], ['P1', 'C4', 'C1', 'E1', 'E2', 'E3', 'E4', 'R1', 'R2', 'R3', 'R4', 'N1', 'F1'], {
    prevent: ['contact-change'],
  }),
  row(
    'factor-change',
    ['factor-not-renewed', 'recovery-abuse'],
    ['P1', 'ASK', 'C3', 'C1', 'E1', 'E2', 'R1', 'R2', 'R3', 'R4', 'N1', 'F1'],
    {
      prevent: ['help-desk'],
    },
  ),
  row('protocol', ['device-code', 'legacy-protocol'], ['P1', 'ASK', 'C3', 'C1', 'E1', 'E2', 'E4', 'R1', 'R2', 'R3', 'R4', 'N1', 'F1'], {
    prevent: ['legacy-protocols'],
    education: true,
  }),
  row('protection', ['protection-off'], ['P1', 'E5', 'C1', 'E1', 'E2', 'E4', 'R1', 'R2', 'R3', 'R4', 'N1', 'F1'], {
    before: [['E5', 'C1']],
    prevent: ['protection', 'approval'],
  }),
  row('provider-alert', ['provider-alert'], ['P1', 'ASK', 'C3', 'C1', 'E1', 'E2', 'E4', 'R1', 'R2', 'R3', 'R4', 'N1', 'F1']),
  row('intelligence', ['known-bad-login'], ['P1', 'ASK', 'C3', 'C1', 'E1', 'E2', 'E4', 'R1', 'R2', 'R3', 'R4', 'N1', 'F1'], {
    prevent: ['limits'],
  }),
  // Programs depend on it: whoever runs them is asked before anything is blocked.
  row('service', ['service-by-browser'], ['P1', 'ASK', 'E1', 'E4', 'R2', 'F1'], { prevent: ['least-privilege'] }),
  row('sign-up', ['signup-wave'], ['P1', 'F1'], { prevent: ['sign-up'] }),
  // Whoever can read the log can read it.
  row('breached', ['password-as-name'], ['R2', 'F1'], { education: true }),
  row('attempts', ['user-enumeration', 'lockout-wave', 'site-wide-surge', 'known-bad-source', 'failure-burst'], ['P1', 'F1'], {
    prevent: ['limits'],
  }),
  // Whose hands an account was in is known from elsewhere: every step is due, in no order of its own.
  row(
    'default',
    ['attack-source', 'same-hand', 'robot-elsewhere', 'script-login'],
    ['P1', 'C1', 'E1', 'E2', 'E4', 'R1', 'R2', 'R3', 'R4', 'N1', 'F1'],
  ),
]

const BY_ID = new Map(MATRIX.map((entry) => [entry.id, entry]))
const BY_FINDING = new Map(MATRIX.flatMap((entry) => entry.findings.map((finding) => [finding, entry.id] as const)))

/** Row id of a rule; unknown rules (Sigma, plug-ins) have the default row. */
export const rowOfFinding = (rule: string): string => BY_FINDING.get(rule) ?? 'default'

/** The rows of these ids, once each, in order of precedence. */
export const rowsOf = (ids: ReadonlySet<string>): readonly MatrixRow[] => MATRIX.filter((entry) => ids.has(entry.id))

export const rowById = (id: string): MatrixRow | undefined => BY_ID.get(id)
