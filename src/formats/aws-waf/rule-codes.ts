import type { Classification } from '../define-format.ts'

/** What became of a request, by the firewall's action. What it lets through it has not seen answered. */
export const wafActions: Readonly<Record<string, Pick<Classification, 'outcome' | 'reason'>>> = {
  ALLOW: { outcome: 'info' },
  COUNT: { outcome: 'info' },
  BLOCK: { outcome: 'blocked', reason: 'policy-denied' },
  CAPTCHA: { outcome: 'blocked', reason: 'policy-denied' },
  CHALLENGE: { outcome: 'blocked', reason: 'policy-denied' },
}

/** Why a blocking rule blocks, by its kind, where that says more. */
export const ruleTypes: Readonly<Record<string, Pick<Classification, 'reason'>>> = {
  RATE_BASED: { reason: 'rate-limited' },
}

/** Labels of the account takeover rule group that speak of the password sent or of the sender. The first that is there is shown. */
export const riskLabels: Readonly<Record<string, string>> = {
  'awswaf:managed:aws:atp:signal:credential_compromised': 'credential-compromised',
  'awswaf:managed:aws:atp:aggregate:attribute:compromised_credentials': 'many-compromised-credentials',
  'awswaf:managed:aws:atp:aggregate:attribute:password_traversal': 'password-traversal',
  'awswaf:managed:aws:atp:aggregate:attribute:username_traversal': 'name-traversal',
}
