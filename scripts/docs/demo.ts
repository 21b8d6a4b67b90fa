/** The case that README, guide and samples show. One place, so that all of them tell one story. */
export const DEMO_CASE = 'fixtures/formats/okta/takeover-newest-first/input.json'

/** Clock and width of every output that stands in the documentation. */
export const DEMO_NOW = '2026-11-22T03:15:00Z'
export const DEMO_WIDTH = 100
