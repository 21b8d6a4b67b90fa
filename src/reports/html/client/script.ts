import { account } from './account.ts'
import { elements } from './elements.ts'
import { files } from './files.ts'
import { list } from './list.ts'
import { store } from './store.ts'

const start = String.raw`
const byId = (id) => document.getElementById(id)
const data = JSON.parse(byId('data').textContent)
const { words } = data
`

/** The page's one script. A page that is read without it has the same texts, for its first accounts. */
export const script = `'use strict';{${start}${elements}${store}${account}${list}${files}}`
