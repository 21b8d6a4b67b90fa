import { defineFormat } from '../define-format.ts'
import { apiCall } from './api-shape.ts'
import { authEvent, bareExportedEvent, exportedEvent, notification } from './user-event-shapes.ts'

/** Amazon Cognito user pools: API calls in CloudTrail, and the events of threat protection. */
export const format = defineFormat({
  id: 'cognito',
  title: 'Amazon Cognito user pools',
  provider: 'cognito',
  zone: 'utc',
  repeats: 'never',
  successes: 'configurable',
  shapes: [apiCall, authEvent, exportedEvent, bareExportedEvent, notification],
  spec: 'https://docs.aws.amazon.com/cognito/latest/developerguide/understanding-amazon-cognito-entries.html',
  unverified: ['auth-event', 'user-auth-events', 'user-auth-events-bare', 'user-notification'],
  howToExport: {
    en: 'User pool > Log streaming > user activity to S3 or CloudWatch (names the user; needs the Plus plan); aws cognito-idp admin-list-user-auth-events, one user at a time; CloudTrail, whose records hide who signed in.',
    ja: 'ユーザープール > ログストリーミング > ユーザーアクティビティを S3 / CloudWatch へ(利用者名が入る。Plus プラン)。aws cognito-idp admin-list-user-auth-events(利用者ごと)。CloudTrail(誰のログインかは伏せられる)。',
  },
})
