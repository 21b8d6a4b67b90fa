import { isoTime, type JsonShape } from '../define-format.ts'
import { classifyRequest } from './requests.ts'

const yes = (value: string | undefined): string | undefined => (value === undefined ? undefined : 'yes')

/** `production_json.log`: one record per request to the web application. */
export const requestShape: JsonShape = {
  name: 'request-log',
  kind: 'json',
  signature: {
    has: ['method', 'path', 'controller', 'action', 'status', 'params'],
    any: [['correlation_id', 'remote_ip', 'db_duration_s']],
    test: ({ controller, params }) => typeof controller === 'string' && controller.endsWith('Controller') && Array.isArray(params),
    reads: ['controller', 'params'],
  },
  fields: {
    time: isoTime('time'),
    account: 'user_id',
    // What was typed into the form stands in `params`; the user's own name is there once they are in.
    username: [
      'username',
      'params[key=user].value.login',
      'params[key=username].value',
      'params[key=user].value.username',
      'params[key=user].value.email',
    ],
    ip: ['remote_ip', "'meta.remote_ip'"],
    userAgent: 'ua',
    protocol: { from: ['path'], to: (path) => /^\/users\/auth\/([\w-]{1,60})\//.exec(path ?? '')?.[1] },
  },
  subjects: { impersonated: { username: 'params[key=id].value', actor: 'username' } },
  classify: {
    by: [
      'controller',
      'action',
      'status',
      { from: ['params[key=user].value.otp_attempt', 'params[key=user].value.device_response'], to: (otp, device) => yes(otp ?? device) },
      { from: ['user_id'], to: yes },
    ],
    to: classifyRequest,
  },
}
