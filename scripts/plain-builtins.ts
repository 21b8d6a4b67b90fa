const IMPORT = /^import (?:(?<whole>[\w$]+)(?:, )?)?(?<names>\{.*\})? from "(?<module>node:[\w/]+)";$/gm

/**
 * Takes Node's own modules as they are. For an `import` Node asks a module for all that it exports, and some is only made when asked: Web
 * Crypto with `node:crypto`, reports and finalization with `node:process`, a parser and differences with `node:util`. A start waits 10 ms for it.
 */
export const plainBuiltins = (code: string): string =>
  code.replaceAll(IMPORT, (...found) => {
    const { whole, names, module } = found.at(-1) as Readonly<Record<'whole' | 'names' | 'module', string>>
    const wanted = [whole, names?.replaceAll(' as ', ': ')].filter((part) => part !== undefined)
    return wanted.map((part) => `const ${part} = globalThis.process.getBuiltinModule("${module}");`).join(' ')
  })
