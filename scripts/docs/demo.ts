/** The case that README, guide and samples show. One place, so that all of them tell one story. */
export const DEMO_CASE = 'fixtures/cases/okta-takeover'

/** The account of that case whose story the guide tells. */
export const DEMO_ACCOUNT = 'minato.shimizu@example.jp'
export const DEMO_ACCOUNT_ID = '00uxxx6cbikEx00075d7'

/** Clock and width of every output that stands in the documentation. */
export const DEMO_NOW = '2026-11-22T03:15:00Z'
export const DEMO_WIDTH = 100
