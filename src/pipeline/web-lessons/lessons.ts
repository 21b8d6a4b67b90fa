import type { Answers } from '../../formats/web-paths.ts'

/** What an answer of a login was found to mean, and by what. Shares are of the attempts that were followed by anything. */
export interface LearntAnswer {
  readonly path: string
  readonly status: string
  readonly outcome: 'success' | 'failure'
  readonly followed: number
  /** To a page that only members get, before anything else was sent. */
  readonly wentIn: number
  /** To the login once more, or to the page for forgotten passwords. */
  readonly triedAgain: number
}

/** A login of which the log does not show what its answers mean. */
export interface OpenLogin {
  readonly path: string
  /** Those that are open, the most frequent first. */
  readonly statuses: readonly string[]
}

export interface Lessons {
  readonly learnt: Readonly<Record<string, Answers>>
  readonly answers: readonly LearntAnswer[]
  readonly open: readonly OpenLogin[]
}

export const NO_LESSONS: Lessons = { learnt: {}, answers: [], open: [] }
