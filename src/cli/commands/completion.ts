import type { Command } from 'commander'
import { bashCompletion } from '../completion/bash.ts'
import { describeCommands, SHELLS, type Described, type Shell } from '../completion/describe.ts'
import { fishCompletion } from '../completion/fish.ts'
import { zshCompletion } from '../completion/zsh.ts'
import { EXIT, type Io } from '../io.ts'
import { parseChoice } from '../options/values.ts'
import { writeOut } from '../talk/write-out.ts'

const WRITERS: Readonly<Record<Shell, (commands: readonly Described[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
}

/** A completion script, made from the commands themselves: it cannot be out of date. */
export const completion = async (shell: string, language: string, program: Command, io: Io): Promise<number> => {
  const lang = parseChoice(language, '--lang', ['en', 'ja'])
  await writeOut(io, undefined, [WRITERS[parseChoice(shell, 'completion', SHELLS)](describeCommands(program, lang))])
  return EXIT.done
}
