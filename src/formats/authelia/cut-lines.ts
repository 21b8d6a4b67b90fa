import type { LinePlan } from '../../model/line-plan.ts'

/** Attempts as logrus writes them: after the message the fields by their names, `stack` with an error only. */
const ENDS = ['', ' stack="{:quoted}"'] as const
const ERRORS = ['', ' error="{error:quoted}"'] as const

export const cutLines: LinePlan = {
  signs: ['" level='],
  heads: ['time="{time:iso}" level={:lowerLevel} msg="{msg:quoted}"'],
  bodies: ERRORS.flatMap((error) =>
    ENDS.map((end) => ({ line: `${error} method={:bare} path={:bare} remote_ip={remote_ip:address}${end}`, values: {} })),
  ),
  modes: new Map([['time', 'time']]),
}
