import type { JudgedCase } from '../judging/judge-case.ts'

/** By source: the tries of the attacks that got in from there. */
export const triesThatGotIn = ({ campaigns, read }: JudgedCase): ReadonlyMap<number, readonly number[]> =>
  Map.groupBy(
    campaigns.flatMap(({ hits }) => hits),
    (row) => read.source(row),
  )

/** By attacking source: its failed tries and its hits. */
export const attemptsBySource = (judged: JudgedCase): ReadonlyMap<number, number> => {
  const gotIn = triesThatGotIn(judged)
  return new Map(
    judged.campaigns.flatMap(({ sources }) =>
      sources.map(({ source, attempts }) => [source, attempts + (gotIn.get(source)?.length ?? 0)] as const),
    ),
  )
}
