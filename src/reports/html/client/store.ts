/** Second part: ticks and decisions, kept in this browser under the key of the case; a page without storage says so. */
export const store = String.raw`
const STORE = 'ashiato.case.' + data.key
let kept = true
const saved = (() => {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? 'null') ?? {}
  } catch {
    kept = false
    return {}
  }
})()
const state = { ticks: new Map(saved.ticks ?? []), decisions: new Map(saved.decisions ?? []) }
const save = () => {
  try {
    localStorage.setItem(STORE, JSON.stringify({ ticks: [...state.ticks], decisions: [...state.decisions] }))
  } catch {
    kept = false
  }
  byId('kept').textContent = kept ? words.kept : words.notKept
}
const tickKey = (target, step) => target + '\u0000' + step
const onTick = (box, target, step, done) => {
  const known = state.ticks.get(tickKey(target, step))
  box.checked = known == null ? done : known.done
  box.addEventListener('change', () => {
    state.ticks.set(tickKey(target, step), { target, step, done: box.checked, at: new Date().toISOString() })
    save()
    box.dispatchEvent(new CustomEvent('ticked', { bubbles: true }))
  })
}
`
