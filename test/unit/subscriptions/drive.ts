import type { Subscription } from '../../../main/settings/schema.ts'
import { defaultRules } from '../../../preload/contract/rules.ts'

/** A drive that is followed, as it is kept. */
export const drive = (id: string, accountId = 'a'): Subscription => ({
  id,
  accountId,
  target: { kind: 'drive', driveId: id },
  scope: { kind: 'everything' },
  rules: defaultRules,
  icon: 'own',
  name: id,
  place: '',
  webUrl: null,
  pause: null,
})
