import type { Command } from 'commander'
import { parseChoice } from '../options/values.ts'
import { writeOut } from '../talk/write-out.ts'
import { EXIT, type Io } from '../io.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const

interface Word {
  readonly word: string
  readonly description: string
}

const commandsOf = (program: Command): readonly Word[] =>
  program.commands.map((command) => ({ word: command.name(), description: command.description() }))

/** What runs when no command is named. */
const MAIN = 'scan'

const flagsOf = (commands: readonly Command[]): readonly Word[] => {
  const flags = new Map(
    commands.flatMap((command) =>
      command.options
        .filter(({ hidden }) => !hidden)
        .flatMap(({ long, description }) => (typeof long === 'string' ? [[long, description] as const] : [])),
    ),
  )
  return [...flags].map(([word, description]) => ({ word, description }))
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`
const words = (list: readonly Word[]): string => list.map(({ word }) => word).join(' ')

const WRITERS: Readonly<Record<(typeof SHELLS)[number], (program: Command) => string>> = {
  bash: (program) => `_ashiato() {
  local word="\${COMP_WORDS[COMP_CWORD]}" flags
  case "\${COMP_WORDS[1]}" in
${program.commands.map((command) => `    ${command.name()}) flags=${quoted(words(flagsOf([command])))} ;;`).join('\n')}
    *) flags=${quoted(words(flagsOf(program.commands.filter((command) => command.name() === MAIN))))} ;;
  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$word"))
  elif [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W ${quoted(words(commandsOf(program)))} -- "$word") $(compgen -f -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _ashiato ashiato
`,
  zsh: (program) => `#compdef ashiato
_arguments ${flagsOf(program.commands)
    .map(({ word, description }) => quoted(`${word}[${description.replace(/[[\]:]/g, ' ')}]`))
    .join(' ')} \\
  '1: :(${words(commandsOf(program))})' '*:file:_files'
`,
  fish: (program) =>
    [
      ...commandsOf(program).map(
        ({ word, description }) => `complete -c ashiato -n __fish_use_subcommand -a ${word} -d ${quoted(description)}`,
      ),
      ...flagsOf(program.commands).map(({ word, description }) => `complete -c ashiato -l ${word.slice(2)} -d ${quoted(description)}`),
      '',
    ].join('\n'),
}

/** A completion script, made from the commands themselves: it cannot be out of date. */
export const completion = async (shell: string, program: Command, io: Io): Promise<number> => {
  await writeOut(io, undefined, [WRITERS[parseChoice(shell, 'completion', SHELLS)](program)])
  return EXIT.done
}
