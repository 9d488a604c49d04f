import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { preview } from '../../../main/activity/rule-preview.ts'
import { quietAt } from '../../../main/rules/quiet-hours.ts'
import { reasonOf } from '../../../main/activity/reasons.ts'
import { rulesInWords } from '../../../main/rules/rule-words.ts'
import { judge, type RuleContext } from '../../../main/rules/judge.ts'
import { allowSimilar } from '../../../main/rules/allow-similar.ts'
import { rulesSchema } from '../../../preload/contract/rule-schemas.ts'
import type { Rules } from '../../../preload/contract/rules.ts'
import { anyChange, anyHours, anyRules } from './any-rules.ts'
import { english } from '../../words.ts'

const contextOf = (rules: Rules, at: number): RuleContext => ({
  at,
  rulesOf: () => rules,
  showNotices: true,
  own: 'hide-all-accounts',
  quietHours: null,
  mutes: [],
  words: english,
  ownNames: () => new Set(['ada']),
  ownDomains: () => new Set(),
})

test('whatever the rules and the change, there is a judgement, and a reason for it in whole sentences', () => {
  fc.assert(
    fc.property(anyChange, anyRules, (change, rules) => {
      const context = contextOf(rules, change.at)
      const judgement = judge(context)(change)
      const settled =
        judgement.kind === 'tell'
          ? { ...change, verdict: 'told' as const }
          : { ...change, verdict: judgement.verdict, decidedBy: judgement.decidedBy }
      const reason = reasonOf(settled, context)
      expect(reason.words).not.toMatch(/: $|null|undefined/)
      expect(reason.sentence).toMatch(/^\S.*[.]$/su)
      expect(reason.title).not.toBe('')
      expect(rulesInWords(rules, english)).not.toBe('')
    }),
  )
})

test('what such changes would need is found in few steps: they are told, and the rules can be kept', () => {
  fc.assert(
    fc.property(anyChange, anyRules, (change, rules) => {
      const before = judge(contextOf(rules, change.at))(change)
      const verdict = before.kind === 'hold' ? before.verdict : null
      const now = allowSimilar({ ...change, verdict }, rules, new Set())
      expect(judge(contextOf(now, change.at))(change).kind).not.toBe('hold')
      expect(rulesSchema.safeParse(now).success).toBe(true)
      expect(now === rules).toBe(before.kind !== 'hold')
    }),
  )
})

test('a preview counts each change once', () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 130 }), anyRules, anyRules, (changes, draft, inForce) => {
      const seen = preview(changes, draft, contextOf(inForce, 0))
      const not = seen.wouldNot.reduce((sum, { count }) => sum + count, 0)
      expect(seen.of).toBe(Math.min(100, changes.length))
      expect(seen.told + not).toBe(seen.of)
      expect(seen.field.filter(Boolean)).toHaveLength(seen.told)
      expect(seen.would).toHaveLength(seen.told)
      expect(seen.all).toHaveLength(seen.of)
      expect(preview(changes, inForce, contextOf(inForce, 0)).told).toBe(seen.toldBefore)
    }),
    { numRuns: 20 },
  )
})

test('quiet hours end later than now, and are over then', () => {
  const year = { min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2026-12-31T00:00Z') }
  fc.assert(
    fc.property(anyHours, fc.integer(year), (hours, at) => {
      const quiet = quietAt(hours, at)
      if (!quiet || quiet.until === Infinity) return
      expect(quiet.until).toBeGreaterThan(at)
      expect(quietAt(hours, quiet.until - 1)).not.toBeNull()
      expect(quietAt(hours, quiet.until)).toBeNull()
    }),
  )
})
