import * as fc from 'fast-check'
import { freshSettings, type Stored } from '../../../main/settings/schema.ts'
import { readTravelFile, travelFile } from '../../../main/settings/travel-file.ts'
import { defaultRules } from '../../../preload/contract/rules.ts'
import { defaultSettings, settingsSchema } from '../../../preload/contract/settings.ts'
import { oddBytes } from '../odd.ts'
import { text, type Parser } from './parser.ts'

const sample: Stored = {
  ...freshSettings,
  clientId: '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2',
  subscriptions: [
    {
      id: 's1',
      accountId: 'a',
      target: { kind: 'drive', driveId: 'b!x' },
      scope: { kind: 'only', items: [{ id: 'i', name: 'Plans', isFolder: true }] },
      icon: 'library',
      name: { kind: 'apart', name: 'Finance', place: 'Lindenhof' },
      place: 'Lindenhof',
      webUrl: 'https://lindenhof.sharepoint.com/',
      pause: null,
      rules: defaultRules,
    },
  ],
}

/** What comes from another computer. */
export const travelParsers: readonly Parser[] = [
  {
    what: 'settings of another computer',
    from: 'a file',
    file: 'main/settings/travel-file.ts',
    holds: 'each part is of its schema or left out; written and read again it is the same',
    property: () =>
      fc.property(oddBytes(travelFile(sample, '0.1.0')), (bytes) => {
        const read = readTravelFile(bytes.toString('utf8'))
        if (!read.ok) return text(read.error.key.startsWith('travel.refused.'))
        const { settings, clientId, drives } = read.value
        text(settingsSchema.safeParse({ ...defaultSettings, ...settings }).success)
        const subscriptions = drives.map((drive) => ({ ...drive, id: 'x', pause: null }))
        const again = {
          ...freshSettings,
          settings: { ...defaultSettings, ...settings },
          clientId,
          subscriptions,
        }
        const known = readTravelFile(travelFile(again, '0.1.0'))
        text(known.ok && known.value.unread === 0 && known.value.drives.length === drives.length)
      }),
  },
]
