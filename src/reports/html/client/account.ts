/** Third part: one account as elements, the same that the report writes for readers without a script. */
export const account = String.raw`
const ownText = (command, own) => command.replaceAll('\u0001', own)
const stepItem = (index, row) => {
  const step = data.steps[index]
  const box = make('input', '')
  box.type = 'checkbox'
  onTick(box, row.key, step.id, step.done)
  const details = make('dl', '', ...step.details.flatMap(([label, text]) => [make('dt', '', label), make('dd', '', text)]))
  return make('li', 'step', make('label', '', box, ' ', make('span', '', step.text)), make('div', 'who', step.who),
    ...step.commands.map((command) => make('pre', '', ownText(command, row.shown))), step.details.length === 0 ? null : details)
}
const decisionForm = (row, cell) => {
  const select = make('select', '', ...Object.entries(words.decision).map(([value, text]) => new Option(text, value)))
  const why = make('input', 'why')
  why.type = 'text'
  const known = decisionOf(row)
  select.value = known.state
  why.value = known.why
  const change = () => {
    state.decisions.set(row.key, { state: select.value, why: why.value })
    cell.textContent = words.decision[select.value]
    save()
  }
  select.addEventListener('change', change)
  why.addEventListener('change', change)
  return make('p', 'decide', make('label', '', words.decisionLabel + ' ', select), ' ', make('label', '', words.why + ' ', why))
}
const decisionOf = (row) => state.decisions.get(row.key) ?? { state: row.decision, why: '' }
const isChecklist = (row) => row.steps.length > 0
const progress = (row) => {
  const done = row.steps.filter((index) => {
    const { id, done: before } = data.steps[index]
    return state.ticks.get(tickKey(row.key, id))?.done ?? before
  }).length
  return fill(words.ticked, { done, count: row.steps.length })
}
const bodyOf = (row, cell) => {
  const count = make('span', 'note', isChecklist(row) ? progress(row) : '')
  const body = make('div', 'body', ...line(words.others, row.others), decisionForm(row, cell), ...line(words.record, row.decided),
    ...titled(words.grounds, row.reasons, 'ol'), ...line(words.usual, data.texts[row.usual]), ...titled(words.sessions, row.sessions, 'ul'),
    ...(isChecklist(row) ? [make('h4', '', words.steps + ' ', count), make('ul', 'steps', ...row.steps.map((step) => stepItem(step, row)))] : []))
  body.addEventListener('ticked', () => (count.textContent = progress(row)))
  return body
}
const cellsOf = (row) => [
  make('span', 'cell account-id', row.shown, ...(row.names == null ? [] : [make('small', '', row.names)])),
  make('span', 'cell', make('b', 'verdict ' + row.verdict, words.verdict[row.verdict])),
  make('span', 'cell', words.severity[row.severity]),
  make('span', 'cell', row.harmClass),
  make('span', 'cell', words.decision[decisionOf(row).state]),
  make('span', 'cell', row.first),
  make('span', 'cell', row.flags == null ? '' : data.texts[row.flags]),
]
const accountItem = (row) => {
  const cells = cellsOf(row)
  const item = make('details', 'account', make('summary', '', ...cells))
  // The body is made when it is first opened: a page of accounts costs a page of lines.
  item.addEventListener('toggle', () => item.open && item.children.length === 1 && item.append(bodyOf(row, cells[4])))
  return item
}
`
