import type { StoredChange } from '../history/stored-change.ts'
import { phrase } from './catalogue.ts'
import { shown } from './names.ts'
import type { Refusal } from '../rules/rule-match.ts'
import { allOf, fit, nameOf, oneOf, typesOf } from '../rules/rule-words.ts'
import { bytes } from './story.ts'
import { whoDid } from './change-sentence.ts'

/** Two sentences: what the rule leaves out, and what this change has to do with it (ui.md 5, 40). */
export function refusalSentence(refusal: Refusal, change: StoredChange): string {
  const drive = shown(change.driveName)
  const who = fit(whoDid(change.who))
  const item = change.name === null ? phrase('this-item') : fit(change.name)
  switch (refusal.kind) {
    case 'app':
      return phrase('app-change-why', { drive, who })
    case 'kind':
      return phrase('kind-why', { drive, kinds: phrase(`kind-${refusal.told}`) })
    case 'not-among': {
      if (refusal.who.length === 0) return phrase('nobody-why', { drive })
      const isKnown = change.who !== null && (change.who.name ?? change.who.id) !== null
      const names = allOf(refusal.who.map(nameOf))
      return phrase('not-among-why', { drive, names, who: isKnown ? who : phrase('someone-else') })
    }
    case 'excepted':
      if (refusal.someone.kind !== 'guests')
        return phrase('excepted-why', { drive, names: nameOf(refusal.someone) })
      return change.who?.name ? phrase('guest-why', { drive, who }) : phrase('nameless-guest-why', { drive })
    case 'matches-none':
      return phrase('matches-none-why', { drive, names: oneOf(refusal.globs.map(fit)), item })
    case 'matches':
      return phrase('matches-why', { drive, names: fit(refusal.glob), item })
    case 'type':
      return phrase('type-why', { drive, names: allOf(typesOf(refusal.types)), item })
    case 'too-small':
    case 'too-large': {
      const limit = bytes(refusal.kind === 'too-small' ? refusal.least : refusal.most)
      return phrase(`${refusal.kind}-why`, { drive, limit, item, size: bytes(change.size ?? 0) })
    }
  }
}
