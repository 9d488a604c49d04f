import type { Notice } from './notice.ts'

/** A lost sign-in as a notice: one per account, which replaces itself and leads to Accounts (ui.md 7). */
export function needsYou(
  account: { readonly id: string; readonly username: string },
  sentence: string,
): Notice {
  return {
    id: `sign-in-${account.id}`,
    title: `Sign in to ${account.username} again`,
    body: sentence,
    urgency: 'normal',
    stays: true,
    group: null,
    click: { kind: 'show', page: 'accounts', entry: null },
    buttons: [{ kind: 'sign-in', accountId: account.id }, { kind: 'later' }],
  }
}
