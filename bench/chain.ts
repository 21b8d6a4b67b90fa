// The command as it is compiled, not bundled: its files still tell the station they belong to. Typed by the sources (see reference.ts).
const { main }: typeof import('../src/cli/main.ts') = await import(`${import.meta.dirname}/../dist/cli/main.js`)
const { argv, env, stdin, stdout, stderr } = process
process.exitCode = await main(argv, { stdin, stdout, stderr, cwd: process.cwd(), env, nowMs: Date.now, signals: process })
