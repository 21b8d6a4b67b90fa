import type { RuleEvent } from '../define-rule.ts'
import { isSharedSource } from '../define-signals.ts'
import type { Confidence, Severity } from '../../model/vocabulary.ts'

export interface Weight {
  readonly messageId: 'guessed' | 'no-history' | 'owner' | 'aftermath' | 'attacker'
  readonly severity: Severity
  readonly confidence: Confidence
  readonly news: string[]
}

interface Suspicion {
  readonly failures: number
  /** Enough failures shortly before. */
  readonly isEnough: boolean
  /** The success came from a source that attacks. */
  readonly isAttacker: boolean
  readonly many: number
}

const newsOf = ({ usual, sourceKey, countryKey, networkKey, agentKey, device }: RuleEvent): string[] => {
  const news: string[] = []
  if (sourceKey >= 0 && usual.sameSource === 0) news.push('source')
  if (countryKey >= 0 && usual.sameCountry === 0) news.push('country')
  if (networkKey >= 0 && usual.sameNetwork === 0) news.push('network')
  if (agentKey >= 0 ? usual.sameAgent === 0 : device >= 0 && usual.sameDevice === 0) news.push('agent')
  return news
}

/** Without a past everything is new: only the number of failures tells a forgetful owner from a guesser. */
const weighWithoutHistory = (news: string[], { failures, isEnough, many }: Suspicion): Weight | undefined => {
  if (!isEnough) return undefined
  const severity = failures >= many ? 'high' : failures >= many / 2 ? 'medium' : 'low'
  return { messageId: 'no-history', severity, confidence: failures >= many ? 'medium' : 'low', news }
}

const weighNews = (event: RuleEvent, news: string[], isEnough: boolean): Weight | undefined => {
  const has = (name: string): boolean => news.includes(name)
  const isStrange = has('country') || (has('network') && has('agent'))
  // Where the log names no network, address and program stand for it.
  const isStrangeByAddress = event.networkKey < 0 && has('source') && has('agent')
  if (isStrange || isStrangeByAddress)
    return { messageId: isEnough ? 'guessed' : 'aftermath', severity: isEnough ? 'high' : 'medium', confidence: 'high', news }
  if (!isEnough) return undefined
  if (has('network') || has('agent')) return { messageId: 'guessed', severity: 'medium', confidence: 'low', news }
  return { messageId: 'owner', severity: 'low', confidence: 'low', news }
}

/** How suspect a success after guessing is; undefined where it is the owner's ordinary login during somebody's attempts. */
export const weigh = (event: RuleEvent, suspicion: Suspicion): Weight | undefined => {
  const hasHistory = !Number.isNaN(event.usual.firstMs)
  const news = hasHistory ? newsOf(event) : []
  if (suspicion.isAttacker && event.usual.sameSource === 0) {
    const isShared = isSharedSource(event)
    return { messageId: 'attacker', severity: isShared ? 'medium' : 'high', confidence: isShared ? 'low' : 'high', news }
  }
  return hasHistory ? weighNews(event, news, suspicion.isEnough) : weighWithoutHistory(news, suspicion)
}
