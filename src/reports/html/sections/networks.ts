import { say } from '../../../i18n/translate.ts'
import { describeCountries } from '../../../i18n/describe/session.ts'
import type { SafeHtml } from '../../../kernel/safe-html.ts'
import type { CaseDocument, CaseSession, RenderOptions } from '../../../model/case.ts'
import { dataTable } from '../table.ts'

interface Use {
  readonly session: CaseSession
  readonly accounts: Set<string | null>
  readonly ips: Set<string>
  sessions: number
}

const keyOf = ({ network, country }: CaseSession): string => JSON.stringify([network?.asn, network?.org, network?.kind, country])

const networkName = ({ network }: CaseSession, unknown: string): string => {
  if (network === null || (network.org === null && network.asn === null)) return unknown
  if (network.asn === null) return network.org ?? unknown
  return network.org === null ? `AS${network.asn}` : `${network.org} (AS${network.asn})`
}

/** Where the suspicious sessions came from, the most accounts first: a table, because a map would suggest a precision that nobody has. */
export const networksTable = ({ sessions }: CaseDocument, options: RenderOptions): SafeHtml => {
  const uses = new Map<string, Use>()
  for (const session of sessions) {
    const key = keyOf(session)
    let use = uses.get(key)
    if (use === undefined) uses.set(key, (use = { session, accounts: new Set(), ips: new Set(), sessions: 0 }))
    use.sessions += 1
    use.accounts.add(session.account)
    for (const ip of session.ips) use.ips.add(ip)
  }
  const unknown = say('html.unknown', {}, options)
  return dataTable(
    (['html.network', 'html.country', 'html.kind', 'html.accounts-count', 'html.sessions', 'html.addresses'] as const).map((id) =>
      say(id, {}, options),
    ),
    [...uses.values()]
      .toSorted((left, right) => right.accounts.size - left.accounts.size || right.sessions - left.sessions)
      .map(({ session, accounts, ips, sessions: count }) => [
        networkName(session, unknown),
        session.country === null ? unknown : describeCountries(session.country, options),
        session.network === null ? unknown : say(`network.${session.network.kind}`, {}, options),
        accounts.size,
        count,
        ips.size,
      ]),
  )
}
