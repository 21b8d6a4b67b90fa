/** Fourth part: search, filter, order and pages over all accounts; only one page of them exists as elements. */
export const list = String.raw`
const PAGE = 100
const PRINTED = 2000
const VERDICTS = ['compromised', 'suspected', 'undetermined', 'targeted']
const compare = (left, right) => (left < right ? -1 : left > right ? 1 : 0)
const SORTS = {
  urgency: (left, right) => left.place - right.place,
  time: (left, right) => compare(left.first || '~', right.first || '~') || left.place - right.place,
  account: (left, right) => compare(left.account, right.account) || left.place - right.place,
}
data.accounts.forEach((row, place) => {
  row.place = place
  row.shown ??= row.account
  row.key = data.texts[row.provider] + '\u0000' + (row.tenant ?? '') + '\u0000' + row.account
})
let page = 0
let matching = data.accounts
const haystack = (row) => (row.found ??= [row.shown, row.account, row.names ?? '', row.others ?? '', ...row.reasons, ...row.sessions].join('\n').toLowerCase())
const isWanted = (row, wanted) =>
  (wanted.verdict === '' || (wanted.verdict === 'affected' ? VERDICTS.indexOf(row.verdict) < 2 : row.verdict === wanted.verdict)) &&
  (wanted.class === '' || row.harmClass === wanted.class) &&
  (wanted.decision === '' || decisionOf(row).state === wanted.decision) &&
  wanted.words.every((word) => haystack(row).includes(word))
const draw = (from = page * PAGE, most = PAGE) => {
  const rows = matching.slice(from, from + most)
  byId('rows').replaceChildren(...rows.map(accountItem))
  byId('shown').textContent = rows.length === 0 ? words.none : fill(words.shown, { from: from + 1, to: from + rows.length, count: matching.length })
  byId('previous').disabled = page === 0
  byId('next').disabled = (page + 1) * PAGE >= matching.length
}
const select = () => {
  const wanted = { words: byId('search').value.toLowerCase().split(/\s+/).filter(Boolean) }
  for (const name of ['verdict', 'class', 'decision']) wanted[name] = byId('filter-' + name).value
  matching = data.accounts.filter((row) => isWanted(row, wanted)).sort(SORTS[byId('sort').value])
  page = 0
  draw()
}
const turn = (by) => () => {
  page += by
  draw()
  byId('accounts').scrollIntoView()
}
let typing
byId('search').addEventListener('input', () => {
  clearTimeout(typing)
  typing = setTimeout(select, 150)
})
for (const id of ['filter-verdict', 'filter-class', 'filter-decision', 'sort']) byId(id).addEventListener('change', select)
byId('previous').addEventListener('click', turn(-1))
byId('next').addEventListener('click', turn(1))
// Paper has no next page button: what matches is printed, folded ones open.
const unfolded = []
addEventListener('beforeprint', () => {
  draw(0, PRINTED)
  for (const item of document.querySelectorAll('details:not([open])')) {
    if (item.closest('#rows') !== null && matching.length > PAGE) continue
    item.open = true
    unfolded.push(item)
  }
})
addEventListener('afterprint', () => {
  for (const item of unfolded.splice(0)) item.open = false
  draw()
})
`
