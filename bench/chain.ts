import { main } from '../dist/cli/main.js'

// The command as it is compiled, not bundled: its files still tell the station they belong to.
const { argv, env, stdin, stdout, stderr } = process
process.exitCode = await main(argv, { stdin, stdout, stderr, cwd: process.cwd(), env, nowMs: Date.now, signals: process })
