import { defineProvider, type ProviderCommand } from '../../define-provider.ts'
import { IMPACT } from '../../impacts.ts'

const SOURCE = 'duo_client_python admin.py (2026-06-24)'
const READ = 'Grant read resource'
const WRITE = 'Grant write resource'
const user = "'/admin/v1/users/{account|url}"
/** Second factors by the name that they have in paths, and what stands there for the one meant. */
const FACTOR_IDS = {
  phones: 'PHONE_ID',
  tokens: 'TOKEN_ID',
  webauthncredentials: 'WEBAUTHN_KEY',
  bypass_codes: 'BYPASS_CODE_ID',
} as const
/** Admin API requests are signed with a secret: the vendor's client does that. */
const CLIENT =
  'duo_api() { python3 -c \'import os,sys,json,duo_client as d; e=os.environ; print(json.dumps(d.Client(ikey=e["IKEY"],skey=e["SKEY"],host=e["DUO_HOST"]).json_api_call(sys.argv[1],sys.argv[2],dict(a.split("=",1) for a in sys.argv[3:]))))\' "$@"; }'
const status = (value: string): ProviderCommand => ({
  command: `duo_api POST ${user}' status=${value}`,
  permission: WRITE,
  reversible: 'yes',
  source: SOURCE,
})

/** Duo: the second factor only. Password and sessions belong to the login system in front of it. */
export const provider = defineProvider({
  id: 'duo',
  title: 'Duo',
  setup: ['export IKEY=YOUR_INTEGRATION_KEY SKEY=YOUR_SECRET_KEY DUO_HOST=api-YOUR_ID.duosecurity.com', CLIENT],
  // The administrator log names phones and tokens by themselves, not whose they are.
  notInLog: ['remove-factors'],
  acts: {
    'export-log': [
      {
        command: `duo_api GET /admin/v2/logs/authentication users={account} mintime="$(date -d {since} +%s)000" maxtime="$(date -d {until} +%s)000" limit=1000`,
        permission: 'Grant read log',
        reversible: 'yes',
        source: SOURCE,
        note: { en: 'kept for 180 days; follow metadata.next_offset', ja: '保存期間は180日。続きはmetadata.next_offsetを辿る' },
      },
    ],
    'list-factors': Object.keys(FACTOR_IDS).map((kind) => ({
      command: `duo_api GET ${user}/${kind}'`,
      permission: READ,
      reversible: 'yes' as const,
      source: SOURCE,
      ...(kind === 'phones'
        ? {
            note: {
              en: 'the id is the user_id (DU…): GET /admin/v1/users username=NAME finds it',
              ja: 'IDはuser_id(DU…)。GET /admin/v1/users username=NAME で確認',
            },
          }
        : {}),
    })),
    'block-account': [
      {
        ...status('disabled'),
        note: { en: 'status "bypass" on a user is itself a finding', ja: 'statusが「bypass」の利用者はそれ自体が確認対象' },
        userImpact: IMPACT.blocked,
        residual: {
          en: 'Sessions of the applications behind it go on: end them there',
          ja: '背後のアプリのセッションは残るため、アプリ側で終了させる',
        },
        proof: {
          text: { en: 'administrator log user_update (status: Disabled)', ja: '管理者ログの user_update(statusがDisabled)' },
          codes: [],
        },
      },
    ],
    'unblock-account': [
      { ...status('active'), proof: { text: { en: 'administrator log user_update', ja: '管理者ログの user_update' }, codes: [] } },
    ],
    'remove-factors': Object.entries(FACTOR_IDS).map(([kind, id]) => ({
      command: `duo_api DELETE ${user}/${kind}/${id}'`,
      permission: WRITE,
      reversible: 'no' as const,
      byHand: true as const,
      source: SOURCE,
      userImpact: IMPACT.enrolAgain,
      proof: {
        text: { en: 'administrator log: phone / token / bypass code removed', ja: '管理者ログの電話 / トークン / バイパスコードの削除' },
        codes: [],
      },
    })),
  },
})
