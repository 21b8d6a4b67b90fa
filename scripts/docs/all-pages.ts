import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillBlocks } from './blocks.ts'
import { formatList, formatPages } from './format-pages.ts'
import type { Page } from './page.ts'
import { reportPage } from './report-page.ts'
import { rulePages } from './rule-pages.ts'
import { ROOT } from './run-cli.ts'

/** Written by hand, with blocks that are filled in. */
export const WRITTEN_PAGES = ['README.md', 'docs/GUIDE.md', 'docs/ARCHITECTURE.md', 'docs/CONTRIBUTING.md', 'docs/SIMULATE.md'] as const

const writtenPage = async (path: string): Promise<Page> => {
  const folder = path.startsWith('docs/') ? '' : 'docs/'
  const lists = { formats: formatList(`${folder}formats/`) }
  return { path, text: await fillBlocks(readFileSync(join(ROOT, path), 'utf8'), lists) }
}

/** The whole generated documentation, as it should be now. */
export const allPages = async (): Promise<readonly Page[]> => {
  const written: Page[] = []
  for (const path of WRITTEN_PAGES) if (existsSync(join(ROOT, path))) written.push(await writtenPage(path))
  return [...rulePages(), ...(await formatPages()), await reportPage(), ...written]
}
