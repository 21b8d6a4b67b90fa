import { isNamesOnly } from './column-names.ts'

/** A line with nothing in it may end the rows of a table: another one may follow, of columns of its own, perhaps under a title. */
export interface TableGap {
  readonly open: () => void
  readonly isOpen: () => boolean
  /** What the first rows behind it are; `refuse` is called later where a line turns out to have been no title. */
  readonly look: (cells: readonly string[], isHeader: boolean, refuse: () => void) => 'title' | 'columns' | 'row'
  readonly close: () => void
}

export const createTableGap = (): TableGap => {
  let isOpen = false
  let refuseTitle: (() => void) | undefined
  const close = (): void => {
    refuseTitle?.()
    refuseTitle = undefined
    isOpen = false
  }
  return {
    open: () => void (isOpen = true),
    isOpen: () => isOpen,
    look: (cells, isHeader, refuse) => {
      if (cells.length === 1 && refuseTitle === undefined) {
        refuseTitle = refuse
        return 'title'
      }
      const isOther = !isHeader && isNamesOnly(cells)
      if (isOther || isHeader) refuseTitle = undefined
      close()
      return isOther ? 'columns' : 'row'
    },
    close,
  }
}
