import { FULL, type Measured } from './measure-all.ts'
import {
  ablationTable,
  absentTable,
  allowText,
  crowdsecText,
  formatTable,
  growingTable,
  impostorTable,
  leakTable,
  shuffleTable,
} from './other-tables.ts'
import { otherWorldTables } from './other-world/tables.ts'
import { OTHER_WORLD_SEEDS, REPORT_SEEDS, TUNING_SEEDS } from './plan.ts'
import { budgets, byPast, byVolume, lookAlikeTable, missTable, overall, perMillion, sum, targets } from './victim-tables.ts'

const section = (title: string, text: string): string => `## ${title}\n\n${text}\n`

const introduction = (commit: string): readonly string[] => [
  '# Evaluation',
  '',
  `**Every figure on this page comes from this project's own simulator** ([SIMULATE.md](SIMULATE.md)): they show where the detection is weak and
whether a change helps; they are no promise for anybody's log. Made by \`npm run evaluate\` at ${commit}, default settings. Rules may be tuned on
seeds ${TUNING_SEEDS[0]}–${TUNING_SEEDS.at(-1)}; what is reported here are seeds ${REPORT_SEEDS[0]}–${REPORT_SEEDS.at(-1)}, one log each (14 days of a Japanese shop, 4,000 accounts, written as NDJSON),
with two cells of the grid (four volumes × three spreads) of each attack, all look-alikes, and no account that two attackers have. Intervals:
95 %, resampling whole logs. The simulator was written without looking at rules or judgement.`,
  '',
]

/** What is found, what is missed, and who is taken for a victim. */
const whatIsFound = (measured: Measured): readonly string[] => [
  section('Accounts and campaigns', `${overall(measured)}\n\nAn account counts as found when it is *compromised* or *suspected*.`),
  section('Found, by attack', `${byVolume(measured)}\n\n${byPast(measured)}`),
  section(
    'When only so much is looked at',
    `${budgets(measured)}\n\nMost urgent first: verdict, then the riskiest session, then severity; of equals the false one first.`,
  ),
  section('What was missed', missTable(measured)),
  section('False alarms in the mixed logs', lookAlikeTable(measured.mixed)),
  section(
    'Clean logs: every look-alike, no attack that gets in',
    `${sum(measured.clean, ({ logins }) => logins).toLocaleString('en')} logins; ${sum(measured.clean, ({ incidents }) => incidents)} high-severity incidents (campaigns with a finding of high severity, accounts judged or suspected at high severity) = ${perMillion(measured.clean).toFixed(0)} per million. The carrier address that attacks without getting in anywhere is one of them by right.\n\n${lookAlikeTable(measured.clean)}`,
  ),
]

/** What the figures would be without a list, a giveaway, or a rule. */
const whatItRestsOn = (measured: Measured): readonly string[] => [
  section('A penetration test, and the list that knows of it', allowText(measured)),
  section(
    'Does a rule live on one giveaway?',
    `The same logs, with one attribute of the attackers drawn from the customers' own: their browser lines, their home and mobile lines, what they do after a login (and as many customers get what the thieves would have done).\n\n${shuffleTable(measured)}`,
  ),
  section('Without one rule', ablationTable(measured)),
]

/** The same attacks in logs that tell less, or tell it bit by bit. */
const whatLogsTell = (measured: Measured): readonly string[] => [
  section(
    'The same truth in other formats',
    `Attacks only, seeds ${FULL.formatSeeds.join(', ')}. What a format does not carry cannot be found in it. So each log is also held against an NDJSON log of the same truth that tells no more than the format does (the second table says what that is): every account that either of the two reports, to the word of its verdict.\n\n${formatTable(measured)}\n\n${absentTable()}`,
  ),
  section(
    'A log that grows',
    `Every attack begins on day 3, at a third of the volume; those got into on that day, by exports that each end a day later than the one before. Day 3 itself has nothing that came later to compare with.\n\n${growingTable(measured)}`,
  ),
  section(
    'All successes deleted',
    `${Object.entries(measured.withoutSuccesses)
      .map(([verdict, count]) => `${verdict} ${count}`)
      .join(', ')}. *Targeted* would say that the log shows no success: with none recorded, nobody may be called that.`,
  ),
  section(
    'One login and no other trace',
    `Wiefling's attackers on the profile with the proportions of the RBA data set, by the score of each successful login (\`--scores\`).\n\n${impostorTable(measured)}`,
  ),
]

/** Logs that the simulator has no part in, and whether it gives its attackers away. */
const whatOthersMade = (measured: Measured): readonly string[] => [
  section(
    'A world that the simulator knows nothing of',
    `A second, smaller generator (\`bench/evaluate/other-world\`: 6,000 people, 28 days, eleven attacks) that shares no line with the simulator, was written
from the published proportions before its figures were seen, and has ids of sessions, none of machines. Seeds ${OTHER_WORLD_SEEDS.join(', ')} are for this table only.

${otherWorldTables(measured.otherWorld)}`,
  ),
  section("CrowdSec's test logs", crowdsecText(measured)),
  section(
    'Is the simulator giving attackers away?',
    `A classifier that knows one attribute only, learned on some seeds and asked on others: area under the curve, 0.5 is a coin. What the simulator invents must not tell; country and network tell in the real world, too, and do here a little.\n\n${leakTable(measured)}`,
  ),
]

/** docs/EVALUATION.md below its hand-written head. */
export const evaluationPage = (measured: Measured, commit: string, history: string): string =>
  [
    ...introduction(commit),
    section('What is wanted', targets(measured)),
    section('Since the first run', history),
    ...whatIsFound(measured),
    ...whatItRestsOn(measured),
    ...whatLogsTell(measured),
    ...whatOthersMade(measured),
  ].join('\n')
