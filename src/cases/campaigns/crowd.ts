/** Events counted by program and by network, to say how much likelier these are among some than among others. */
export interface Crowd {
  size: number
  /** From an address where names failed for good. */
  failed: number
  /** By key of the user agent, or of the network, plus one: a missing one counts as well. */
  readonly texts: Int32Array
  readonly networks: Int32Array
}

export const createCrowd = (texts: number, networks: number): Crowd => ({
  size: 0,
  failed: 0,
  texts: new Int32Array(texts + 1),
  networks: new Int32Array(networks + 1),
})

export const copyCrowd = ({ size, failed, texts, networks }: Crowd): Crowd => ({
  size,
  failed,
  texts: texts.slice(),
  networks: networks.slice(),
})

/** @param sign −1 takes an event out again. */
export const addToCrowd = (crowd: Crowd, text: number, network: number, hasFailed: boolean, sign: 1 | -1): void => {
  crowd.size += sign
  if (hasFailed) crowd.failed += sign
  crowd.texts[text + 1]! += sign
  crowd.networks[network + 1]! += sign
}

const share = (counts: Int32Array, key: number, size: number): number => ((counts[key + 1] as number) + 0.5) / (size + 1)

/** How much more of the ones than of the others have a program; nothing told where the log does not carry it. */
export const textRatio = (ones: Crowd, others: Crowd, text: number): number =>
  share(ones.texts, text, ones.size) / share(others.texts, text, others.size)

export const networkRatio = (ones: Crowd, others: Crowd, network: number): number =>
  share(ones.networks, network, ones.size) / share(others.networks, network, others.size)

/** Part of them whose address has failed. */
export const failedShare = ({ failed, size }: Crowd): number => (failed + 0.5) / (size + 1)
