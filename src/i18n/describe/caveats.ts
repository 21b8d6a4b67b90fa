import type { CaseSummary } from '../../model/case.ts'

type Caveat = CaseSummary['caveats'][number]

const SHARED = 'shared-attack-source'
/** More lines that say the same of another address would push the other caveats off the page. */
const MOST_SHARED = 3

const accountsOf = ({ data }: Caveat): number => Number(data['accounts'])

/** The caveats as they are told: of many shared lines the number and the busiest. */
export const toldCaveats = (caveats: readonly Caveat[]): readonly Caveat[] => {
  const shared = caveats.filter(({ id }) => id === SHARED).toSorted((one, other) => accountsOf(other) - accountsOf(one))
  const [busiest] = shared
  if (busiest === undefined || shared.length <= MOST_SHARED) return caveats
  const told = { id: `${SHARED}s`, data: { ...busiest.data, count: shared.length } }
  const at = caveats.findIndex(({ id }) => id === SHARED)
  return [...caveats.slice(0, at), told, ...caveats.slice(at).filter(({ id }) => id !== SHARED)]
}
