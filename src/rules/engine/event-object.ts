import type { RuleEvent } from '../define-rule.ts'

const frozenCopy = <T extends object>(value: T): T => Object.freeze({ ...value })
const frozenMaybe = <T extends object>(value: T | undefined): T | undefined => (value === undefined ? undefined : frozenCopy(value))

/**
 * A fresh frozen object with everything that the view shows: what rules from outside the house get. It may be kept, except
 * for `threat` and `successesSince`, which answer only during the call.
 */
export const toEventObject = (view: RuleEvent): RuleEvent =>
  Object.freeze({
    timeMs: view.timeMs,
    action: view.action,
    outcome: view.outcome,
    reason: view.reason,
    accountKnown: view.accountKnown,
    account: view.account,
    accountKey: view.accountKey,
    nameKey: view.nameKey,
    isPasswordLikeName: view.isPasswordLikeName,
    source: view.source,
    sourceKey: view.sourceKey,
    ip: view.ip,
    session: view.session,
    device: view.device,
    client: view.client,
    clientKey: view.clientKey,
    userAgent: view.userAgent,
    agent: frozenMaybe(view.agent),
    agentKey: view.agentKey,
    country: view.country,
    countryKey: view.countryKey,
    geo: frozenMaybe(view.geo),
    network: frozenMaybe(view.network),
    networkKey: view.networkKey,
    mfaMethod: view.mfaMethod,
    protocol: view.protocol,
    providerRisk: view.providerRisk,
    code: view.code,
    format: view.format,
    row: view.row,
    intel: view.intel,
    person: view.person,
    isOthersAct: view.isOthersAct,
    facts: frozenCopy(view.facts),
    successesSince: view.successesSince,
    usual: frozenCopy(view.usual),
    threat: view.threat,
  })
