import { MAIN, quoted, type Described, type Flag, type Values } from './describe.ts'

/** Fish offers files wherever it is not told otherwise. */
const offer = (values: Values): string => {
  if (values === 'file') return '-r -F'
  if (values === 'folder') return "-x -a '(__fish_complete_directories)'"
  return values === 'other' ? '-x' : `-x -a ${quoted(values.join(' '))}`
}

/** The main job is also what runs when no command is named. */
const when = (name: string, all: readonly Described[]): string => {
  const others = all.flatMap((command) => (command.name === MAIN ? [] : [command.name])).join(' ')
  return quoted(name === MAIN ? `not __fish_seen_subcommand_from ${others}` : `__fish_seen_subcommand_from ${name}`)
}

const flagLine = ({ long, short, about, values }: Flag): string =>
  [
    `-l ${long.slice(2)}`,
    ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
    ...(values === undefined ? [] : [offer(values)]),
    `-d ${quoted(about)}`,
  ].join(' ')

const linesOf = (command: Described, all: readonly Described[]): readonly string[] => {
  const here = `complete -c ashiato -n ${when(command.name, all)}`
  const words = typeof command.first === 'string' ? [] : [`${here} -f -a ${quoted(command.first.join(' '))}`]
  return [...words, ...command.flags.map((flag) => `${here} ${flagLine(flag)}`)]
}

export const fishCompletion = (commands: readonly Described[]): string =>
  [
    ...commands.map(({ name, about }) => `complete -c ashiato -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`),
    ...commands.flatMap((command) => linesOf(command, commands)),
    '',
  ].join('\n')
