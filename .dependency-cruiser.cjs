/**
 * The one-way street (docs/ARCHITECTURE.md): bytes → input → formats → order → enrich → rules → cases → recovery → reports → casefolder.
 * A station imports from stations to its left and from model, kernel and i18n; a plug-in never from a sibling;
 * pipeline alone wires them, and alone with cli knows state, the case folders on disk. Every rule's comment says how to mend a breach.
 */
const STATIONS = ['input', 'formats', 'order', 'enrich', 'knowledge', 'rules', 'cases', 'recovery', 'reports', 'casefolder']
const PLUGIN_ROOMS = ['formats', 'enrich', 'rules', 'reports']
// Folders in a plug-in room that are the room's own machinery, not plug-ins.
const MACHINERY = ['engine']
const toRight = (station) => STATIONS.slice(STATIONS.indexOf(station) + 1).concat('state', 'pipeline', 'simulate', 'cli')
const inFolders = (folders) => `^src/(?:${folders.join('|')})/`

const noRightTurn = STATIONS.map((station) => ({
  name: `one-way-${station}`,
  comment: `Data flows to the right; ${station} must not know what comes after it. Move the shared part to model (words) or kernel (pure helpers), or let pipeline hand it in.`,
  severity: 'error',
  from: { path: `^src/${station}/` },
  to: { path: inFolders(toRight(station)) },
}))

// The rooms of cases in the order in which they may know of each other: docs/ARCHITECTURE.md says what each asks.
const CASE_ROOMS = [
  'rows',
  'habits',
  'intruders',
  'scores',
  'persons',
  'sources',
  'lines',
  'campaigns',
  'fusion',
  'attacks',
  'signals',
  'strangers',
  'judging',
  'victims',
  'blocking',
  'document',
]
const noTurnInCases = CASE_ROOMS.slice(0, -1).map((room, at) => ({
  name: `one-way-cases-${room}`,
  comment: `Within cases too there is one direction; ${room} must not know what comes after it. Move what both need to a room before it (rows, mostly), or hand it in.`,
  severity: 'error',
  from: { path: `^src/cases/${room}/` },
  to: { path: `^src/cases/(?:${CASE_ROOMS.slice(at + 1).join('|')})/` },
}))

const stayHome = PLUGIN_ROOMS.map((room) => ({
  name: `${room}-stay-home`,
  comment: `A plug-in of ${room} uses its own folder, the files that lie directly in its room (its contract and helpers), model and kernel. Move what two plug-ins share to a file of the room, or to kernel.`,
  severity: 'error',
  from: { path: `^src/${room}/([^/]+)/`, pathNot: `^src/${room}/(?:${MACHINERY.join('|')})/` },
  to: {
    path: '^src/',
    pathNot: [`^src/${room}/$1/`, `^src/${room}/[^/]+\\.ts$`, '^src/model/', '^src/kernel/'].concat(room === 'reports' ? ['^src/i18n/'] : []),
  },
}))

const only = (name, packages, folders, why) => ({
  name,
  comment: `${packages.join(', ')}: ${why}`,
  severity: 'error',
  from: { path: '^src/', pathNot: folders },
  to: { path: `node_modules/(?:${packages.join('|')})/` },
})

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or both need a third: move what they share into it.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'model-imports-nothing',
      comment: 'model is the vocabulary that everything shares. Whatever needs an import does not belong there: try kernel.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { pathNot: '^src/model/' },
    },
    {
      name: 'kernel-imports-model-only',
      comment: 'kernel is pure helpers: no other room, no files, no clock. Hand the data in as an argument.',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: '^src/', pathNot: ['^src/kernel/', '^src/model/'] },
    },
    {
      name: 'i18n-imports-model-and-kernel-only',
      comment: 'Words do not know who speaks them. Pass the data to the message instead.',
      severity: 'error',
      from: { path: '^src/i18n/' },
      to: { path: '^src/', pathNot: ['^src/i18n/', '^src/model/', '^src/kernel/'] },
    },
    {
      name: 'state-knows-no-station-to-its-right',
      comment: 'state writes, seals and reads case folders; what stands in them is the business of casefolder, and pipeline joins the two. Hand it files as data.',
      severity: 'error',
      from: { path: '^src/state/' },
      to: { path: inFolders(['enrich', 'knowledge', 'rules', 'cases', 'recovery', 'reports', 'casefolder', 'pipeline', 'cli']) },
    },
    ...noRightTurn,
    ...noTurnInCases,
    {
      name: 'cases-have-rooms',
      comment: 'A file that lies directly in cases is found by nobody: put it into the room whose question it answers, or make a new one.',
      severity: 'error',
      from: { path: '^src/cases/[^/]+\\.ts$' },
      to: {},
    },
    ...stayHome,
    {
      name: 'simulate-knows-no-station',
      comment: 'simulate writes logs as the world does: it must not know how they are read, let alone what the rules look for. Words are in model, pure helpers in kernel.',
      severity: 'error',
      from: { path: '^src/simulate/' },
      to: { path: '^src/', pathNot: ['^src/simulate/', '^src/model/', '^src/kernel/'] },
    },
    {
      name: 'scenarios-stay-home',
      comment: 'A scenario or an encoder uses its own folder and what simulate offers to all. Move what two of them share to simulate/attacker, simulate/ordinary or simulate itself.',
      severity: 'error',
      from: { path: '^src/simulate/(attacks|look-alikes|encoders)/([^/]+)/' },
      to: { path: '^src/simulate/(?:attacks|look-alikes|encoders)/', pathNot: ['^src/simulate/$1/$2/'] },
    },
    {
      name: 'simulate-is-for-cli',
      comment: 'Invented logs are for practice and tests: no station may depend on them.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/simulate/', '^src/cli/'] },
      to: { path: '^src/simulate/' },
    },
    {
      name: 'providers-stay-home',
      comment: 'A provider is data: its own folder, define-provider.ts, model and kernel. What two providers share is a step of the catalogue.',
      severity: 'error',
      from: { path: '^src/recovery/providers/([^/]+)/' },
      to: { path: '^src/', pathNot: ['^src/recovery/providers/$1/', '^src/recovery/[^/]+\\.ts$', '^src/model/', '^src/kernel/'] },
    },
    {
      name: 'registries-are-for-pipeline',
      comment: 'A registry knows every plug-in of its kind. Only pipeline and cli choose among them; elsewhere take the plug-ins as an argument.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/pipeline/', '^src/cli/', '^src/index\\.ts$', '^src/simulate/', '/registry\\.ts$', '-registry\\.ts$'] },
      to: { path: '^src/.+/registry\\.ts$' },
    },
    {
      name: 'cli-stays-outside',
      comment: 'cli turns arguments into a call of pipeline and its result into output. Put the work itself to the left.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: inFolders(['order', 'enrich', 'cases']) },
    },
    {
      name: 'commands-are-last',
      comment: 'A command uses options, views, talk and case-folder; only declare knows the commands, and loads one when it runs. Move what another one needs out of it.',
      severity: 'error',
      from: { path: '^src/cli/(?:completion|options|views|talk|case-folder|plugins)/' },
      to: { path: '^src/cli/commands/' },
    },
    {
      name: 'nobody-imports-cli',
      comment: 'cli talks to people; the library under it must work without a terminal. Pass what is needed as an argument.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'no-test-in-source',
      comment: 'Tests and fixtures are not shipped. Move the helper into src, or the code that needs it into test.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(?:test|fixtures|scripts|bench)/' },
    },
    {
      name: 'files-in-few-places',
      comment: 'Evidence is opened in input, memory in state, output in cli. The files of enrich named here read data that come with the package. Hand data in as an argument.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '^src/(?:input|state|cli)/',
          '^src/enrich/network-asn/asn-file\\.ts$',
          '^src/enrich/network-kind/kind-lists\\.ts$',
          '^src/enrich/geo-geoip-lite/record-file\\.ts$',
        ],
      },
      to: { dependencyTypes: ['core'], path: '^(?:node:)?fs(?:/promises)?$' },
    },
    {
      name: 'offline',
      comment: 'No connection is opened and no command is run, ever: evidence does not leave the machine. Print the command for a person instead.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'], path: '^(?:node:)?(?:net|tls|dgram|http|http2|https|dns|dns/promises|child_process|cluster|inspector)$' },
    },
    only('terminal-looks', ['chalk', 'cli-table3'], ['^src/(?:reports|cli)/'], 'looks belong to reports and cli. Return data, and let a report draw it.'),
    only('commander-in-cli', ['commander'], ['^src/cli/'], 'arguments are parsed in cli. Take options as a typed object.'),
    only('geo-data-in-enrich', ['geoip-lite', 'maxmind'], ['^src/enrich/'], 'places are looked up in enrich. Take a GeoLookup as an argument.'),
    only('zip-in-input', ['yauzl'], ['^src/input/'], 'archives are opened in input. Ask it for records.'),
    {
      name: 'declared-packages-only',
      comment: 'What is imported in src must stand in "dependencies" of package.json: users do not get development packages.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'The file or package does not exist: mend the path.',
      severity: 'error',
      from: { path: '^(?:src|bin|scripts|test|bench)/' },
      to: { couldNotResolve: true, pathNot: '^\\.\\./dist/|/dist/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.json'] },
  },
}
