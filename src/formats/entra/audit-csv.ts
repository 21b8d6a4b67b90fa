import { classifyB2c } from '../b2c-activities.ts'
import { isoTime, type Classified, type Computed, type CsvShape, type Path } from '../define-format.ts'
import { consentedTo } from '../entra-directory-operations.ts'
import { byActivity } from './directory-audit.ts'
import { firstOf, isTold } from './read.ts'

const TARGETS = [1, 2, 3] as const
const PROPERTIES = [1, 2, 3, 4, 5] as const

/** A value of the first target that is a user. */
const ofUser = (column: string): Computed => ({
  from: TARGETS.flatMap((n) => [`target${n}type`, `target${n}${column}`]),
  to: (...cells) => {
    const at = TARGETS.findIndex((_, index) => cells[2 * index] === 'User')
    const cell = at < 0 ? undefined : cells[2 * at + 1]
    return isTold(cell) ? cell : undefined
  },
})

const client: Computed = {
  from: ['activity', 'service', ...TARGETS.flatMap((n): Path[] => [`target${n}type`, `target${n}displayname`])],
  to: (activity, service, ...targets) => {
    const at = TARGETS.findIndex((_, index) => targets[2 * index] === 'ServicePrincipal')
    const shown = at < 0 ? undefined : targets[2 * at + 1]
    return consentedTo(activity, isTold(shown) ? shown : undefined, service)
  },
}

/** The new value of the first of these properties that the user got. */
const changed = (...names: readonly string[]): Computed => ({
  from: TARGETS.flatMap((n): Path[] => [
    `target${n}type`,
    ...PROPERTIES.flatMap((p) => [`target${n}modifiedproperty${p}name`, `target${n}modifiedproperty${p}newvalue`]),
  ]),
  to: (...cells) => {
    const width = 1 + 2 * PROPERTIES.length
    const at = TARGETS.findIndex((_, index) => cells[index * width] === 'User') * width
    if (at < 0) return undefined
    const property = PROPERTIES.findIndex((_, index) => names.includes(cells[at + 1 + 2 * index] ?? ''))
    return property < 0 ? undefined : cells[at + 2 + 2 * property]
  },
})

const DETAILS = [1, 2, 3, 4, 5, 6] as const

/** A column, or what stands among the details under one of these names. */
const columnOr = (column: Path, ...names: readonly string[]): Computed => ({
  from: [column, ...DETAILS.flatMap((n): Path[] => [`additionaldetail${n}key`, `additionaldetail${n}value`])],
  to: (own, ...details) => {
    if (isTold(own)) return own
    const at = DETAILS.findIndex((_, index) => names.includes(details[2 * index] ?? ''))
    return at < 0 ? undefined : details[2 * at + 1]
  },
})

/** Rows of B2C's sign-ins stand between those of the directory. */
const byService = (service?: string, category?: string, provider?: string, ...activity: Parameters<typeof byActivity>): Classified =>
  service === 'B2C' ? classifyB2c(activity[0], activity[2], category, provider) : byActivity(...activity)

/** Portal download "AuditLogs": one row per activity, its targets and what changed in them as columns. It has no id of its own. */
export const portalAudit: CsvShape = {
  name: 'portal-csv-audit',
  kind: 'csv',
  signature: { columns: ['date (utc)', 'activity', 'actoruserprincipalname', 'target1userprincipalname'] },
  fields: {
    time: isoTime('date (utc)'),
    account: ofUser('objectid'),
    username: ofUser('userprincipalname'),
    actor: {
      from: [
        'actorobjectid',
        'actoruserprincipalname',
        'actordisplayname',
        'actorserviceprincipalname',
        ...TARGETS.flatMap((n) => [`target${n}type`, `target${n}objectid`]),
      ],
      to: (id, name, shown, service, ...targets) => {
        const at = TARGETS.findIndex((_, index) => targets[2 * index] === 'User')
        return isTold(id) && at >= 0 && targets[2 * at + 1] === id ? undefined : [name, service, shown, id].find(isTold)
      },
    },
    // Self-service activities, and B2C, have the address among the details.
    ip: columnOr('ipaddress', 'ipaddr', 'ClientIpAddress'),
    userAgent: columnOr('user agent', 'User-Agent', 'Client'),
    tenant: 'actorhometenantid',
    client,
  },
  subjects: {
    initiator: { account: 'actorobjectid', username: 'actoruserprincipalname', actor: { from: [], to: () => undefined } },
  },
  classify: {
    by: [
      'service',
      'category',
      columnOr('identityprovidername', 'IdentityProviderName'),
      'activity',
      'activity',
      firstOf('result'),
      ofUser('type'),
      { from: ['actortype', 'actoruserprincipalname'], to: (type, name) => (type === 'User' || isTold(name) ? 'user' : undefined) },
      changed('Included Updated Properties'),
      changed('StrongAuthenticationMethod', 'AccountEnabled'),
    ],
    to: byService,
  },
}
