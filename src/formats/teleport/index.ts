import { defineFormat, isoTime, type JsonShape, type SubjectFields } from '../define-format.ts'
import { classify, lockWord } from './classify.ts'

/** `T1000I`, `TCAUTH001I`, and, of newer parts of the product, `IG001I`. */
const CODE = /^[A-Z]{1,8}\d{2,5}[IWES]$/i
const EVENT = /^[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*$/

const subjects: Readonly<Record<string, SubjectFields>> = {
  named: { username: 'name', actor: ['updated_by', 'user'] },
  member: { username: 'members[0].member_name', actor: ['updated_by', 'user'] },
  locked: { username: ['target.user'], actor: ['updated_by', 'user'] },
}

const audit: JsonShape = {
  name: 'audit-event',
  kind: 'json',
  signature: {
    has: ['event', 'code', 'uid'],
    test: ({ event, code }) => typeof event === 'string' && EVENT.test(event) && typeof code === 'string' && CODE.test(code),
    reads: ['event', 'code'],
  },
  fields: {
    time: isoTime('time'),
    id: 'uid',
    sequence: 'ei',
    username: ['user', 'identity.user'],
    tenant: 'cluster_name',
    client: ['server_hostname', 'app_name', 'db_service', 'desktop_name'],
    ip: ["'addr.remote'", 'addr_remote'],
    userAgent: 'user_agent',
    session: 'sid',
    mfaMethod: ['mfa_device.mfa_device_type', 'device.device_type'],
    protocol: ['method', 'proto'],
  },
  subjects,
  classify: { by: ['event', 'code', 'success', { from: ['error'], to: lockWord }], to: classify },
}

/** Teleport audit log. */
export const format = defineFormat({
  id: 'teleport',
  title: 'Teleport audit log',
  provider: 'teleport',
  zone: 'utc',
  repeats: 'never',
  names: 'exact',
  successes: 'always',
  sequence: true,
  shapes: [audit],
  spec: 'https://goteleport.com/docs/reference/audit-events/',
  howToExport: {
    en: 'Copy /var/lib/teleport/log/*.log from the auth server, or what the event handler exports: Teleport Cloud gives the same JSON. The event handler may deliver an event twice: copies (same `uid`) count once.',
    ja: '認証サーバの /var/lib/teleport/log/*.log を複製するか、event handler の出力を使う(Teleport Cloud でも同じ JSON)。event handler は同じイベントを 2 度送ることがあるが、写し(同じ `uid`)は 1 件と数える。',
  },
})
