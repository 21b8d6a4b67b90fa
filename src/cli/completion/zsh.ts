import { MAIN, quoted, type Described, type Flag, type Values } from './describe.ts'

/** Brackets and colons separate the parts of what `_arguments` and `_describe` are told. */
const escaped = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&')

const action = (values: Values): string => {
  if (values === 'file') return '_files'
  if (values === 'folder') return '_files -/'
  return values === 'other' ? ' ' : `(${values.join(' ')})`
}

/** With `*` an option may be given again: many may, and of the others the last one counts. */
const flagWords = ({ long, short, about, values }: Flag): readonly string[] =>
  [long, short].flatMap((flag) =>
    flag === undefined ? [] : [quoted(`*${flag}[${escaped(about)}]${values === undefined ? '' : `:${long.slice(2)}:${action(values)}`}`)],
  )

const argumentsOf = ({ name, flags, first }: Described): string =>
  [`    ${name}) _arguments`, ...flags.flatMap(flagWords), quoted(`1:${name}:${action(first)}`), quoted('*:file:_files')].join(
    ' \\\n      ',
  )

export const zshCompletion = (commands: readonly Described[]): string => `#compdef ashiato
_ashiato() {
  local command=${MAIN}
  local -a commands=(
${commands.map(({ name, about }) => `    ${quoted(`${name}:${escaped(about)}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
  elif [[ " ${commands.map(({ name }) => name).join(' ')} " == *" $words[2] "* ]]; then
    command=$words[2]
    shift words
    (( CURRENT-- ))
  fi
  case $command in
${commands.map((command) => `${argumentsOf(command)} ;;`).join('\n')}
  esac
}
if [[ $funcstack[1] == _ashiato ]]; then _ashiato "$@"; else compdef _ashiato ashiato; fi
`
