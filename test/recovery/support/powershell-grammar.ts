import { createRequire } from 'node:module'
import { Language, Parser, type Node } from 'web-tree-sitter'

const grammar = createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm')

/** What a script does by PowerShell's grammar, whatever its values are. */
export interface Shape {
  readonly hasError: boolean
  readonly commands: readonly string[]
}

/** `-OAuth2PermissionGrantId`: PowerShell takes digits in the name of a parameter, this grammar does not. */
const DIGIT_IN_PARAMETER = /(?<= -[A-Za-z]+)\d/g

const collect = (node: Node, type: string): readonly Node[] => node.descendantsOfType(type).filter((found) => found !== null)

/** There is no PowerShell where this is built: its grammar (tree-sitter) says at least what it would run. */
export const createPowerShellReader = async (): Promise<(source: string) => Shape> => {
  await Parser.init()
  const parser = new Parser()
  parser.setLanguage(await Language.load(grammar))
  return (source) => {
    const tree = parser.parse(source.replace(DIGIT_IN_PARAMETER, 'x'))
    if (tree === null) throw new Error('not parsed')
    const { rootNode } = tree
    return {
      hasError: rootNode.hasError,
      commands: collect(rootNode, 'command_name').map(({ text }) => text),
    }
  }
}
