import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isAtLeast } from '../../src/model/vocabulary.ts'
import { remarkIn } from '../../src/rules/define-rule.ts'
import { parseDuration } from '../../src/kernel/duration.ts'
import { rules } from '../../src/rules/registry.ts'
import { shuffled, tableOf } from '../rules/support/draft-table.ts'
import { casesOf, describeFinding, FIXTURES, runCase, withPredecessors } from '../rules/support/rule-fixtures.ts'

/** Words that a report about a person's login must not use, whatever the rule believes (they claim more than a log proves). */
const FORBIDDEN_JA = /安全です|問題ありません|ハッキング|犯人|侵入|漏洩|サインイン|あり得ない移動|ありえない移動/
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/
const JAPANESE_SENTENCE = /[\u3040-\u30ff\u4e00-\u9fff].*。$/
const PLACEHOLDER = /\{(\w+)(?::[^{}]*)?\}/g

const namesIn = (text: string): string[] => [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name))].sort()

/** Fields that a log may lack, and the events of a case without them. */
const WITHOUT = {
  ip: { ip: undefined },
  userAgent: { userAgent: undefined },
  device: { device: undefined },
  session: { session: undefined },
}

const folders = readdirSync(new URL('../../src/rules/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'engine' && !entry.name.startsWith('_'))
  .map(({ name }) => name)

describe('the registry', () => {
  it('lists every rule folder once, sorted, under its id', () => {
    expect(rules.map(({ id }) => id)).toEqual(folders.sort())
  })
  it('knows every rule that another one reads, in an earlier stage', () => {
    for (const rule of rules) {
      for (const id of rule.after ?? [])
        expect(rules.find((other) => other.id === id)?.stage, `${rule.id} after ${id}`).toBeLessThan(rule.stage)
    }
  })
  it('has no fixtures without a rule', () => {
    expect(readdirSync(FIXTURES).filter((name) => !folders.includes(name))).toEqual([])
  })
})

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const texts = [rule.title, rule.question, rule.howItDecides, ...Object.values(rule.messages)]

  it('says in both languages what it is, without claiming more than a log proves', () => {
    for (const { en, ja } of texts) {
      expect(en.length).toBeGreaterThan(10)
      expect(ja).toMatch(JAPANESE)
      expect(ja).not.toMatch(FORBIDDEN_JA)
      expect(en + ja).not.toContain('TODO')
      expect(namesIn(ja)).toEqual(namesIn(en))
    }
  })
  it('names its ATT&CK techniques, false positives, blind spots and parameters', () => {
    for (const technique of rule.attack) expect(technique).toMatch(/^T\d{4}(\.\d{3})?$/)
    expect(Math.min(rule.attack.length, rule.falsePositives.length, rule.blindSpots.length, rule.tags.length)).toBeGreaterThan(0)
    for (const parameter of Object.values(rule.parameters)) {
      expect(parameter.en).toMatch(/^[A-Z].+\.$/)
      expect(parameter.ja, parameter.en).toMatch(JAPANESE_SENTENCE)
      if (parameter.type === 'duration') expect(parseDuration(String(parameter.default))).toBeGreaterThan(0)
    }
    expect(rule.parameters[rule.episode]?.type).toBe('duration')
    for (const remark of [...rule.falsePositives, ...rule.blindSpots]) {
      expect(remarkIn(remark, 'en')).toMatch(/^[A-Z].+\.$/)
      expect(remarkIn(remark, 'ja'), remarkIn(remark, 'en')).toMatch(JAPANESE_SENTENCE)
      expect(remarkIn(remark, 'ja')).not.toMatch(FORBIDDEN_JA)
    }
  })
  it('keeps its state under keys of its stage', () => {
    const fields = rule.partition === 'global' ? [] : rule.partition
    const isByAccount = fields.some((field) => field === 'account' || field === 'session')
    // By another key, the second stage is for rules that read what is usual for each account.
    const isByPlace = fields.some((field) => field === 'source' || field === 'network' || field === 'device')
    const otherwise = isByPlace && rule.needs.includes('account') ? [1, 2] : [1]
    expect(isByAccount ? [2] : otherwise).toContain(rule.stage)
  })

  const cases = casesOf(id)
  it('has at least two cases that fire and two that stay quiet', () => {
    expect(cases.filter(({ name }) => name.startsWith('fires.')).length).toBeGreaterThanOrEqual(2)
    expect(cases.filter(({ name }) => name.startsWith('quiet.')).length).toBeGreaterThanOrEqual(2)
    expect(cases.filter(({ name }) => !/^(fires|quiet)\.[a-z0-9-]+$/.test(name))).toEqual([])
  })

  it('fires each of its messages in some case', () => {
    const fired = new Set(cases.flatMap(({ expected }) => expected.map((finding) => (finding as { messageId: string }).messageId)))
    expect([...fired].sort()).toEqual(Object.keys(rule.messages).sort())
  })

  it('does without what it does not need: a log that has no such field is judged, not passed over', () => {
    const firing = cases.filter(({ name }) => name.startsWith('fires.'))
    for (const [field, without] of Object.entries(WITHOUT)) {
      if (rule.needs.some((needed) => needed === field)) continue
      const found = firing.flatMap((entry) => {
        const table = tableOf(entry.events.map((event) => ({ ...event, ...without })))
        return runCase(entry, table, withPredecessors(id)).findings.filter((finding) => finding.rule === id)
      })
      expect(found.length, `${id} needs ${field}, and does not say so: without it, none of its cases fires`).toBeGreaterThan(0)
    }
  })

  describe.each(cases.map((entry) => [entry.name, entry] as const))('%s', (name, entry) => {
    const { events, expected } = entry
    const table = tableOf(events)
    const results = runCase(entry, table, withPredecessors(id))
    const own = results.findings.filter((finding) => finding.rule === id)

    it('reports what is expected', () => {
      expect(results.ran).toContain(id)
      expect(own.map((finding) => describeFinding(table, finding))).toEqual(expected)
      const isAlarm = own.some(({ severity }) => isAtLeast(severity, 'low'))
      expect(isAlarm).toBe(name.startsWith('fires.'))
    })
    it('reports the same from frozen objects, and from views that are taken away after the call', () => {
      expect(runCase(entry, table, withPredecessors(id), { mode: 'objects' })).toEqual(results)
      expect(runCase(entry, table, withPredecessors(id), { mode: 'lent-views' })).toEqual(results)
    })
    it('reports the same whatever the dense ids are', () => {
      for (const seed of [1, 2, 3]) {
        const other = tableOf(shuffled(events, seed))
        const ids = ({ findings }: typeof results) => findings.map((finding) => finding.id)
        const again = runCase(entry, other, withPredecessors(id))
        expect(ids(again)).toEqual(ids(results))
        expect(again.findings.map((finding) => describeFinding(other, finding))).toEqual(
          results.findings.map((finding) => describeFinding(table, finding)),
        )
      }
    })
    it('leaves no placeholder open', () => {
      expect(own.filter(({ messageId }) => rule.messages[messageId] === undefined)).toEqual([])
      const open = own.flatMap(({ messageId, data }) =>
        namesIn(rule.messages[messageId]?.en ?? '').filter((name) => !Object.hasOwn(data, name)),
      )
      expect(open).toEqual([])
    })
    if (!name.startsWith('quiet.benign')) return
    it('raises no other rule either', () => {
      const all = runCase(entry, table, rules).findings.filter(({ severity }) => isAtLeast(severity, 'medium'))
      expect(all.map((finding) => describeFinding(table, finding))).toEqual([])
    })
  })
})
