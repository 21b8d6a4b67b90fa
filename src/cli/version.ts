import { readFileSync } from 'node:fs'

/** The package's own version, from the package.json two folders up (the same from src and from dist). */
export const toolVersion = (): string => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return String((JSON.parse(text) as { readonly version: string }).version)
}
