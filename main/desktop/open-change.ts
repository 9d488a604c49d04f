import type { Handlers } from '../../preload/contract/commands.ts'
import type { Destination } from '../../preload/contract/state.ts'
import { entryOf } from '../notices/actions.ts'
import type { Alerts } from './alerts.ts'
import type { Opener } from './open-url.ts'
import { opened } from './commands/answers.ts'

interface OpenChangeDeps {
  readonly commands: Pick<Handlers, 'openChange'>
  readonly open: Opener
  readonly showPage: (to: Destination) => void
  readonly alerts: Pick<Alerts, 'tell' | 'take'>
}

/** What a click outside of the window asks for; `url` serves where the change is no longer kept. */
interface Wanted {
  readonly changeId: string
  readonly what: 'item' | 'folder'
  readonly url: string | null
}

/** Opens what a notice or the tray is about. Where nothing opens it, the window shows the change and says so. */
export function changeOpener(deps: OpenChangeDeps): (wanted: Wanted) => Promise<void> {
  const { commands, open, showPage, alerts } = deps
  return async ({ changeId, what, url }) => {
    const kept = await commands.openChange({ changeId, what })
    const isKept = kept.ok || kept.why.key !== 'refusal.change-not-kept'
    const answer = isKept ? kept : opened(await open(url))
    if (answer.ok) return alerts.take('not-opened')
    alerts.tell('not-opened', answer.why, { link: url })
    showPage(entryOf(changeId))
  }
}
