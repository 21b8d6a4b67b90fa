/** The page's script, first part: making elements. Texts are only ever set as text, never as markup. */
export const elements = String.raw`
const make = (name, css, ...children) => {
  const element = document.createElement(name)
  if (css) element.className = css
  element.append(...children.filter((child) => child !== null && child !== ''))
  return element
}
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name].toLocaleString('en-US') : whole))
const list = (kind, items) => make(kind, '', ...items.map((item) => make('li', '', item)))
const titled = (title, items, kind) => (items.length === 0 ? [] : [make('h4', '', title), list(kind, items)])
const line = (label, words) => (words ? [make('p', '', make('b', '', label), ' ' + words)] : [])
`
