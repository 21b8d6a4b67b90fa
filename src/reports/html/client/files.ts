/** Last part: what people entered, as CSV files with the exact ids; then the page starts. */
export const files = String.raw`
const quote = (text) => (/[",\r\n]|^\s|\s$/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text)
const csvOf = (rows) => rows.map((cells) => cells.map((cell) => quote(String(cell ?? ''))).join(',') + '\n').join('')
const identity = (row) => [row.account, data.texts[row.provider], row.tenant]
const decisionsCsv = () => csvOf([
  ['account', 'provider', 'tenant', 'decision', 'why'],
  ...data.accounts.filter((row) => state.decisions.has(row.key)).map((row) => [...identity(row), decisionOf(row).state, decisionOf(row).why]),
])
const ticksCsv = () => {
  const byKey = new Map(data.accounts.map((row) => [row.key, row]))
  return csvOf([
    ['account', 'provider', 'tenant', 'scope', 'step', 'at'],
    ...[...state.ticks.values()].filter(({ done }) => done).map(({ target, step, at }) => {
      const row = byKey.get(target)
      return row == null ? ['', '', '', target, step, at] : [...identity(row), 'account', step, at]
    }),
  ])
}
const offer = (name, text) => {
  const link = make('a', '')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
byId('export-decisions').addEventListener('click', () => offer('decisions.csv', decisionsCsv()))
byId('export-ticks').addEventListener('click', () => offer('ticks.csv', ticksCsv()))
for (const box of document.querySelectorAll('input[data-step]')) {
  if (box.closest('#rows') === null) onTick(box, box.dataset.target, box.dataset.step, box.defaultChecked)
}
byId('kept').textContent = kept ? words.kept : words.notKept
byId('controls').hidden = false
byId('pages').hidden = false
select()
`
