import { iso, type Encoder } from './encoder.ts'

/** A shop's own log with Japanese headers. */
export const csvHeader = '日時,会員ID,結果,接続元IP,ユーザーエージェント,セッションID'
export const csv: Encoder = ({ timeMs, outcome, ip, userAgent, name, session }) =>
  `${iso(timeMs)},${name},${outcome === 'success' ? '成功' : '失敗'},${ip},"${userAgent}",${session ?? ''}`
