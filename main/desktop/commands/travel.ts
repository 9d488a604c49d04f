import { calledText } from '../../../preload/contract/called.ts'
import type { Handlers } from '../../../preload/contract/commands.ts'
import { defaultSettings } from '../../../preload/contract/settings.ts'
import type { ImportPreview } from '../../../preload/contract/travel.ts'
import { writeText } from '../../activity/export-file.ts'
import { identityOf } from '../../discovery/targets.ts'
import { allowsAddress, allowsKind, policyView } from '../../policy/policy.ts'
import { readTravelFile, type TravelDrive, travelFile } from '../../settings/travel-file.ts'
import { travelPlan, type TravelPlan } from '../../settings/travel-plan.ts'
import { done, type CommandDeps, refused } from './answers.ts'

type Commands = Pick<Handlers, 'exportSettings' | 'previewImport' | 'importSettings' | 'resetSettings'>

type Needed = Pick<
  CommandDeps,
  'settings' | 'subscriptions' | 'policy' | 'accounts' | 'words' | 'version' | 'chooseFile'
>

/** Settings on their way: to a file, from one, and back to what they were at the start. */
export function travelHandlers(deps: Needed): Commands {
  const { settings, subscriptions, policy, accounts, words, version } = deps
  const plan = (text: string) => {
    const read = readTravelFile(text)
    if (!read.ok) return read
    const isIn = (id: string) => accounts.list().some((each) => each.id === id)
    const here = {
      stored: settings.value,
      managed: new Set<string>(policyView(policy).managed),
      signedIn: isIn,
      allowed: ({ target, webUrl }: TravelDrive) =>
        allowsKind(policy.policy, target) && allowsAddress(policy.policy, webUrl),
      like: ({ target, accountId }: TravelDrive) => subscriptions.like(target, accountId),
      identity: ({ target, accountId }: TravelDrive) => identityOf(target, accountId),
    }
    return { ok: true, value: travelPlan(read.value, here) } as const
  }
  const named = ({ name, account }: TravelDrive) => ({ name: calledText(name, words()), account })
  const preview = ({ fresh, changed, skipped, unread, ...rest }: TravelPlan): ImportPreview => ({
    settings: Object.keys(rest.settings) as ImportPreview['settings'][number][],
    applicationId: rest.clientId !== null,
    newDrives: fresh.map(named),
    changedDrives: changed.map(({ drive }) => named(drive)),
    skippedDrives: skipped.map(({ drive, why }) => ({ ...named(drive), why })),
    unread,
  })
  return {
    async exportSettings() {
      const file = await deps.chooseFile(words().phrase('travel.file'), 'json')
      if (file === null) return { ok: true, written: null }
      const written = await writeText(file, travelFile(settings.value, version))
      return written.ok ? { ok: true, written: file } : refused(written.error)
    },
    async previewImport({ text }) {
      const planned = plan(text)
      return planned.ok ? { ok: true, preview: preview(planned.value) } : refused(planned.error)
    },
    async importSettings({ text }) {
      const planned = plan(text)
      if (!planned.ok) return refused(planned.error)
      const { fresh, changed, clientId } = planned.value
      settings.update({
        settings: { ...settings.value.settings, ...planned.value.settings },
        ...(clientId !== null && { clientId }),
      })
      if (clientId !== null) accounts.lookAgain()
      subscriptions.bring({ fresh, changed })
      return done
    },
    async resetSettings() {
      settings.update({ settings: { ...defaultSettings, ...policy.policy.defaults } })
      return done
    },
  }
}
