import type { Answers } from '../../formats/web-paths.ts'

/** What an answer of a login was found to mean, and by what. */
export interface LearntAnswer {
  readonly path: string
  readonly status: string
  readonly outcome: 'success' | 'failure'
  /** Attempts, a few of each client, behind which something came within a minute. */
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
  /** Of these, those behind which some went on and some tried again: they mean both. */
  readonly mixed: readonly string[]
  /** Others say by themselves that an attempt failed. */
  readonly hasRefusals: boolean
}

export interface Lessons {
  readonly learnt: Readonly<Record<string, Answers>>
  readonly answers: readonly LearntAnswer[]
  readonly open: readonly OpenLogin[]
}

export const NO_LESSONS: Lessons = { learnt: {}, answers: [], open: [] }
