import { MANY } from '../lines/house-programs.ts'
import { isForeign, isOwners, noveltyOf, type Novelty } from '../habits/history.ts'
import { isHeldAt, type Hand } from '../intruders/intruders.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { contextData, UNKNOWN, type Signal, type SignalInput, type Weight } from './signal.ts'

export const HAND_RULE = 'same-hand'

/** A line that is handed from one to the next: a carrier's gateway, an exit. */
const isPassedOn = (row: number, read: RowReader): boolean => read.isMobile(row) || read.isByExit(row)

const weightOfNew = (row: number, novelty: Novelty, hand: Hand, { read, isRented }: SignalInput): Weight | undefined => {
  const isSameProgram = hand.programs.has(read.userAgent(row))
  const isForeigner = isForeign(novelty)
  if (isPassedOn(row, read)) return isForeigner && novelty.agent && isSameProgram ? 'suspected' : undefined
  // With the program that the account always has it may be its owner, in the same hotel as the one who was robbed there.
  if (isForeigner && read.agent(row) >= 0 && !novelty.agent) return isRented(row) ? 'suspected' : 'medium'
  if (isForeigner) return isSameProgram || read.agent(row) < 0 || hand.kinds.has(read.agent(row)) ? 'compromised' : 'suspected'
  if (isSameProgram) return 'suspected'
  return novelty.thin ? 'unclear' : 'medium'
}

const weightOf = (row: number, hand: Hand, input: SignalInput): Weight | undefined => {
  const { read, historyBefore, isSharedLine, isOnBehalf, isRented } = input
  // A program that logs in for so many is its maker's; with fewer it is what intruders work with.
  if (isSharedLine(row) || (isOnBehalf(row) && hand.others >= MANY)) return undefined
  if (!isHeldAt(hand, read.time(row), isRented(row))) return undefined
  const history = historyBefore(read.time(row))
  const novelty = noveltyOf(row, history, read)
  return novelty.owned || isOwners(row, history, read) ? undefined : weightOfNew(row, novelty, hand, input)
}

/** The first success from each address that an intruder of another account held. */
const entries = (input: SignalInput): readonly Signal[] => {
  const { rows, read, handOf } = input
  const seen = new Set<number>()
  return [...rows].flatMap((row): readonly Signal[] => {
    const hand = read.isSuccess(row) && !seen.has(read.source(row)) ? handOf(row) : undefined
    const weight = hand === undefined ? undefined : weightOf(row, hand, input)
    if (hand === undefined || weight === undefined) return []
    seen.add(read.source(row))
    return [
      {
        rule: HAND_RULE,
        weight,
        messageId: 'reason.same-hand',
        at: read.time(row),
        rows: [row],
        success: row,
        data: { ...contextData(row, read), accounts: hand.accounts.size },
      },
    ]
  })
}

const MAKING = 'account-create'

/** What somebody did to this account who held another: its password, its factors, its contact, its powers, or the account itself. */
const acts = ({ rows, read, isIntrudersAct }: SignalInput): readonly Signal[] => {
  const done = [...rows].filter(isIntrudersAct)
  const isUsed = [...rows].some((row) => read.isSuccess(row))
  return done.map((row): Signal => {
    const { action } = read.cls(row)
    return {
      rule: HAND_RULE,
      // What an intruder made is nobody else's.
      weight: action === MAKING && isUsed ? 'compromised' : 'suspected',
      messageId: 'reason.acted-on',
      at: read.time(row),
      rows: [row],
      success: undefined,
      data: { time: { time: read.time(row) }, source: read.sourceText(row) ?? UNKNOWN, action },
    }
  })
}

/** Is the account itself the intruder's work? Then it has no owner, and nothing in it is usual. */
export const isPlanted = (signals: readonly Signal[]): boolean =>
  signals.some(({ messageId, data }) => messageId === 'reason.acted-on' && data['action'] === MAKING)

export const sameHandSignals = (input: SignalInput): readonly Signal[] => [...entries(input), ...acts(input)]
