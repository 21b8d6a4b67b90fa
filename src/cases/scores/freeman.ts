import type { EventTable } from '../../order/event-table.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { contextOf } from './login-context.ts'
import { countValues, type Logins } from './logins.ts'
import { createSeenValues } from './seen-values.ts'
import { ADDRESS_WEIGHTS, AGENT_WEIGHTS, everybodysLikelihood, featureRatio, ownLikelihood, visitorRatio } from './wiefling.ts'

type AgentPart = 'family' | 'os' | 'deviceClass'

/** By user agent: a number for one part of what it is, −1 where that is not known. */
const partOfAgents = ({ agents }: EventTable, part: AgentPart): Int32Array => {
  const keys = new Map<string, number>()
  return Int32Array.from({ length: agents.userAgents.size }, (_, userAgent) => {
    const text = agents.agentOf(userAgent)?.[part]
    if (text === undefined || text === 'unknown') return -1
    const known = keys.get(text)
    if (known !== undefined) return known
    keys.set(text, keys.size)
    return keys.size - 1
  })
}

interface Feature {
  readonly weights: readonly number[]
  /** By level, finest first: the value of each login. */
  readonly levels: readonly Int32Array[]
  readonly counts: readonly Int32Array[]
  /** Different values of all levels but the finest, plus one: the authors' measure of what may still come. */
  readonly unseen: number
}

const distinct = (counts: Int32Array): number => {
  let found = 0
  for (const count of counts) if (count > 0) found += 1
  return found
}

const featureOf = (weights: readonly number[], levels: readonly Int32Array[]): Feature => {
  const counts = levels.map(countValues)
  return { weights, levels, counts, unseen: counts.slice(1).reduce((sum, values) => sum + distinct(values), 1) }
}

/** By position in `Logins`: log10 of the Freeman/Wiefling score. Everybody's counts are those of the whole log, the account's those before. */
export const freemanScores = (table: EventTable, logins: Logins, read: RowReader): Float32Array => {
  const { starts } = logins
  const { source, text, network, country } = contextOf(table, logins, read, 0, starts.length - 1)
  const agentLevel = (part: AgentPart): Int32Array => {
    const parts = partOfAgents(table, part)
    return text.map((key) => (key < 0 ? -1 : (parts[key] as number)))
  }
  const features = [
    featureOf(ADDRESS_WEIGHTS, [source, network, country]),
    featureOf(AGENT_WEIGHTS, [text, agentLevel('family'), agentLevel('os'), agentLevel('deviceClass')]),
  ]
  const seen = features.map(({ levels }) => levels.map(createSeenValues))
  const everybody = new Float64Array(AGENT_WEIGHTS.length)
  const own = new Float64Array(AGENT_WEIGHTS.length)
  const ratioOf = ({ weights, levels, counts, unseen }: Feature, values: (typeof seen)[number], at: number, past: number): number => {
    for (let level = 0; level < levels.length; level += 1) {
      const key = (levels[level] as Int32Array)[at] as number
      everybody[level] = key < 0 ? -1 : ((counts[level] as Int32Array)[key] as number)
      own[level] = key < 0 ? 0 : values[level]!.count(key)
    }
    return featureRatio(everybodysLikelihood(weights, everybody, logins.size, unseen), ownLikelihood(weights, own, past))
  }
  const scores = new Float32Array(logins.size)
  for (let account = 0; account + 1 < starts.length; account += 1) {
    const start = starts[account] as number
    for (const values of seen.flat()) values.clear()
    for (let at = start; at < (starts[account + 1] as number); at += 1) {
      // Without a past there is nothing of the account's own to compare with: it counts as one login.
      const past = Math.max(1, at - start)
      let product = visitorRatio(logins.accounts, past, logins.size)
      features.forEach((feature, index) => {
        const values = seen[index] as (typeof seen)[number]
        product *= ratioOf(feature, values, at, past)
        feature.levels.forEach((level, depth) => values[depth]!.add(level[at] as number))
      })
      scores[at] = Math.log10(product)
    }
  }
  return scores
}
