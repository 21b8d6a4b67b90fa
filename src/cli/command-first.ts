import type { Command } from 'commander'

/** Options that are no command's own: what follows them is not looked at. */
const ROOT_ONLY = new Set(['-V', '--version'])

const valueOptions = (program: Command): ReadonlySet<string> =>
  new Set(
    program.commands.flatMap(({ options }) =>
      options.filter(({ required }) => required).flatMap(({ short, long }) => [short ?? '', long ?? '']),
    ),
  )

/**
 * `--lang ja inspect logs/` → `inspect --lang ja logs/`: what stands before a command's name belongs to it. Commander would hand the
 * name to the main job, as a file.
 */
export const commandFirst = (words: readonly string[], program: Command): readonly string[] => {
  const takesValue = valueOptions(program)
  let at = 0
  for (let word = words[0]; word?.startsWith('-') === true && word !== '-' && word !== '--'; word = words[at]) {
    if (ROOT_ONLY.has(word)) return words
    at += takesValue.has(word) ? 2 : 1
  }
  const name = words[at]
  const isCommand = name !== undefined && program.commands.some((command) => command.name() === name)
  return isCommand ? [name, ...words.slice(0, at), ...words.slice(at + 1)] : words
}
