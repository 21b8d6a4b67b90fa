import { MAIN, quoted, type Described, type Values } from './describe.ts'

/** What completes a value; the bash of macOS is 3.2, without `mapfile`. */
const offer = (values: Values): string => {
  if (values === 'file') return '_ashiato_paths -f'
  if (values === 'folder') return '_ashiato_paths -d'
  return values === 'other' ? ':' : `_ashiato_words ${quoted(values.join(' '))}`
}

const flagsOf = ({ flags }: Described): string => quoted(flags.map(({ long }) => long).join(' '))

/** One line per option that takes a value, told by the word before the cursor. */
const valueLines = ({ name, flags }: Described): readonly string[] =>
  flags.flatMap(({ long, short, values }) => {
    if (values === undefined) return []
    const before = [long, short].flatMap((flag) => (flag === undefined ? [] : [quoted(`${name} ${flag}`)]))
    return [`    ${before.join('|')}) ${offer(values)}; return ;;`]
  })

const commandLine = (command: Described): string =>
  `    ${command.name}) flags=${flagsOf(command)}; [[ $COMP_CWORD -eq 2 ]] && first=${quoted(offer(command.first))} ;;`

export const bashCompletion = (commands: readonly Described[]): string => {
  const main = commands.filter(({ name }) => name === MAIN)
  return `_ashiato_words() { COMPREPLY+=($(compgen -W "$1" -- "$word")); }
_ashiato_paths() { local IFS=$'\\n'; COMPREPLY+=($(compgen "$1" -- "$word")); }
_ashiato() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" flags first='_ashiato_paths -f'
  COMPREPLY=()
  case "$command" in
${commands.map(commandLine).join('\n')}
    *) command=${MAIN}; flags=${main.map(flagsOf).join('')} ;;
  esac
  case "$command $before" in
${commands.flatMap(valueLines).join('\n')}
  esac
  if [[ $word == -* ]]; then
    _ashiato_words "$flags"
  else
    [[ $COMP_CWORD -eq 1 ]] && _ashiato_words ${quoted(commands.map(({ name }) => name).join(' '))}
    eval "$first"
  fi
}
complete -o filenames -F _ashiato ashiato
`
}
