import type { Finding, Messages } from '../model/finding.ts'
import type { Rule } from '../rules/define-rule.ts'
import { fill, isMessageId, say, type SayOptions } from '../i18n/translate.ts'
import type { Say } from '../cases/document/texts.ts'

/** Message ids of rules are the rule's own; in a case they carry the rule's id in front. */
export const withRuleId = (finding: Finding): Finding => ({ ...finding, messageId: `${finding.rule}.${finding.messageId}` })

/** Sentences of rules (by their own messages) and of the house (by the catalogue), in one language and zone. */
export const sayWith = (rules: readonly Pick<Rule, 'id' | 'messages'>[], options: SayOptions): Say => {
  const own = new Map<string, Messages[string]>(
    rules.flatMap(({ id, messages }) => Object.entries(messages).map(([key, message]) => [`${id}.${key}`, message] as const)),
  )
  return (messageId, data) => {
    const message = own.get(messageId)
    if (message !== undefined) return fill(message[options.lang], data, options)
    return isMessageId(messageId) ? say(messageId, data, options) : messageId
  }
}
