import type { MessageId } from '../../i18n/catalogue.ts'
import { say } from '../../i18n/translate.ts'
import { grid } from '../../reports/table/grid.ts'
import { attacks } from '../../simulate/attacks/registry.ts'
import type { Scenario } from '../../simulate/define-scenario.ts'
import { encoders } from '../../simulate/encoders/registry.ts'
import { lookAlikes } from '../../simulate/look-alikes/registry.ts'
import { PROFILES } from '../../simulate/world/profile.ts'
import { joinLines, longestId, row, type View } from './view.ts'

const section = (title: MessageId, scenarios: readonly Scenario[], view: View): readonly string[] => [
  view.palette.heading(say(title, {}, view)),
  ...grid(
    [
      { title: 'id', min: longestId(scenarios) },
      { title: say('simulate.title', {}, view), min: 10 },
      { title: say('simulate.about', {}, view), min: 20 },
    ],
    scenarios.map(({ id, title, about }) => [id, title[view.lang], about[view.lang]]),
    view.columns,
    view.palette,
  ),
  '',
]

/** `ashiato simulate --list`: everything that can be played, and the logs that can be written. */
export const simulateList = (view: View): string =>
  joinLines([
    ...section('simulate.attacks', attacks, view),
    ...section('simulate.look-alikes', lookAlikes, view),
    ...row(say('simulate.groups', {}, view), 'attacks, look-alikes, calm', view),
    ...row(say('simulate.formats', {}, view), encoders.map(({ id, title }) => `${id} (${title[view.lang]})`).join(', '), view),
    ...row(say('simulate.profiles', {}, view), PROFILES.map(({ id, title }) => `${id} (${title[view.lang]})`).join(', '), view),
  ])
