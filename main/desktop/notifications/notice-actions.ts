import type { Handlers } from '../../../preload/contract/commands.ts'
import type { Destination } from '../../../preload/contract/state.ts'
import type { Account } from '../../accounts/account.ts'
import { assertNever } from '../../kit/result.ts'
import { lengthOf, type MuteAct } from '../../notices/muted-notice.ts'
import type { NoticeAct } from '../../notices/notice.ts'

interface NoticeActionDeps {
  readonly commands: Pick<Handlers, 'mute' | 'unmute' | 'markSeen' | 'signIn'>
  /** Opens what a change is about, or says that it could not. */
  readonly openChange: (wanted: {
    readonly changeId: string
    readonly what: 'item' | 'folder'
    readonly url: string
  }) => Promise<void>
  /** Says what is muted now. */
  readonly sayMuted: (act: MuteAct, muteId: string) => void
  readonly markRowSeen: (row: string) => void
  readonly markDigestSeen: (digestId: string) => void
  readonly showPage: (to: Destination) => void
  readonly accountOf: (accountId: string) => Pick<Account, 'username' | 'cloud'> | null
}

/** What a click or a button on a notice does: the same as the window's own command (interface.md 7). */
export async function runNoticeAction(act: NoticeAct, deps: NoticeActionDeps): Promise<void> {
  const { commands, openChange, sayMuted, markRowSeen, markDigestSeen, showPage, accountOf } = deps
  switch (act.kind) {
    case 'open':
    case 'open-folder': {
      const { kind, changeId, url } = act
      return openChange({ changeId, what: kind === 'open' ? 'item' : 'folder', url })
    }
    case 'mute':
    case 'mute-until-tomorrow':
    case 'mute-for-good': {
      const muted = await commands.mute({ what: act.what, length: lengthOf[act.kind] })
      return muted.ok ? sayMuted(act, muted.muteId) : undefined
    }
    case 'unmute':
      return void (await commands.unmute({ muteId: act.muteId }))
    case 'mark-seen':
      for (const row of act.rows) markRowSeen(row)
      return void (await commands.markSeen({ changeId: act.changeId }))
    case 'mark-digest-seen':
      return markDigestSeen(act.digestId)
    case 'show':
      return showPage({ page: act.page, entry: act.entry })
    case 'sign-in': {
      const account = accountOf(act.accountId)
      if (account === null) return showPage({ page: 'accounts', entry: null })
      const { username: loginHint, cloud } = account
      return void (await commands.signIn({ method: 'browser', cloud, loginHint }))
    }
    case 'later':
      return
    default:
      return assertNever(act)
  }
}
