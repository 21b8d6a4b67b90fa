import { callable, listOf, mapWith, text, truth } from './check.ts'

/** What an output of a user's own has to hold (docs/PLUGINS.md). */
export const checkReport = mapWith(
  { id: text, title: text, mediaType: text, parts: listOf(text), render: callable },
  { wantsSources: truth },
)
