/** Says how a command ended: its exit code. */
export type Settle = (code: number) => void
