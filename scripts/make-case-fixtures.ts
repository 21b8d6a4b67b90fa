import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CaseFixture } from './case-fixtures/case-fixture.ts'
import { auth0Stuffing } from './case-fixtures/cases/auth0-stuffing.ts'
import { entraMfaFatigue } from './case-fixtures/cases/entra-mfa-fatigue.ts'
import { keycloakGuessing } from './case-fixtures/cases/keycloak-guessing.ts'
import { oktaSessionMoved } from './case-fixtures/cases/okta-session-moved.ts'
import { oktaTakeover } from './case-fixtures/cases/okta-takeover.ts'
import { callCentre, carrierNat, expiryDay, householdApp, loginBug, mondayRush } from './case-fixtures/cases/quiet.ts'
import { shopCsv } from './case-fixtures/cases/shop-csv.ts'
import { sshdBruteforce, sshdCompromised } from './case-fixtures/cases/sshd.ts'

/**
 * Writes the logs of fixtures/cases and the answers in fixtures/verdicts. Run it after changing a story, look at the difference,
 * and commit both; tests read the committed files only. The answers lie apart from the logs so that a case's folder can be scanned whole.
 */
const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url))

const write = ({ name, files, mapping, truth }: CaseFixture): void => {
  const [logs, answers] = [`${FIXTURES}cases/${name}/`, `${FIXTURES}verdicts/${name}/`]
  mkdirSync(logs, { recursive: true })
  mkdirSync(answers, { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(logs + file, text)
  if (mapping !== undefined) writeFileSync(`${answers}mapping.yaml`, mapping)
  writeFileSync(`${answers}truth.json`, `${JSON.stringify(truth, null, 2)}\n`)
}

const CASES = [
  oktaTakeover,
  auth0Stuffing,
  keycloakGuessing,
  entraMfaFatigue,
  oktaSessionMoved,
  sshdBruteforce,
  sshdCompromised,
  shopCsv,
  carrierNat,
  householdApp,
  callCentre,
  mondayRush,
  loginBug,
  expiryDay,
]

for (const make of CASES) write(make())
