import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { judgedPrecision, precision, recall, shown } from './figures.ts'
import { FULL, measureAll, QUICK } from './measure-all.ts'
import { evaluationPage } from './page.ts'
import { byVolume, lookAlikeTable, missTable } from './victim-tables.ts'

/** `npm run evaluate` measures everything and writes docs/EVALUATION.md; `npm run evaluate -- quick` only looks at two tuning seeds. */
const ROOT = join(import.meta.dirname, '..', '..')
const PAGE = join(ROOT, 'docs', 'EVALUATION.md')
const HISTORY = join(import.meta.dirname, 'history.md')
const say = (text: string): void => void process.stderr.write(`${text}\n`)

const isQuick = process.argv.includes('quick')
const measured = await measureAll(isQuick ? QUICK : FULL, say)
const { mixed, clean } = measured
process.stdout.write(
  `recall ${shown(recall(mixed))}  at full volume ${shown(recall(mixed, ({ attack }) => attack.volume === '1'))}\n` +
    `precision ${shown(precision(mixed))}  compromised alone ${shown(judgedPrecision(mixed))}\n` +
    `clean: ${clean.map(({ incidents, logins }) => `${incidents} incidents in ${logins} logins`).join(', ')}\n`,
)
if (isQuick) {
  process.stdout.write(
    `\n${byVolume(measured)}\n\n${missTable(measured)}\n\nmixed\n${lookAlikeTable(mixed)}\n\nclean\n${lookAlikeTable(clean)}\n`,
  )
} else {
  const commit = execFileSync('git', ['-C', ROOT, 'rev-parse', '--short=12', 'HEAD'], { encoding: 'utf8' }).trim()
  const history = existsSync(HISTORY) ? readFileSync(HISTORY, 'utf8').trim() : ''
  writeFileSync(PAGE, `${evaluationPage(measured, `commit \`${commit}\``, history).trimEnd()}\n`)
  process.stdout.write(`${PAGE}\n`)
}
