import type { MessageKey } from '../preload/words/keys.ts'
import { localeOf } from '../preload/words/locale.ts'
import { saying, type Texts } from '../preload/words/phrase.ts'
import { wordsOf } from '../preload/words/words.ts'

/** What people see most: first steps, the tray, notifications and Activity, in the order they meet it. */
const mostSeen: readonly MessageKey[] = [
  'welcome.title',
  'welcome.lead',
  'welcome.cannot',
  'welcome.cannot-text',
  'welcome.opens-browser',
  'accounts.sign-in',
  'accounts.device-code',
  'welcome.waiting-title',
  'welcome.waiting-lead',
  'sign-in.page.finished',
  'sign-in.page.finished.next',
  'welcome.signed-in-title',
  'welcome.connected-title',
  'welcome.connected-lead',
  'subscriptions.follow',
  'follow.follow',
  'status.connected',
  'status.checking',
  'status.needs-attention',
  'drive.state.connected',
  'drive.state.catching-up',
  'drive.state.reconnecting',
  'drive.state.no-access',
  'drive.state.detail.last-change',
  'drive.state.detail.paused',
  'tray.tip.connected',
  'tray.paused-until',
  'tray.pause',
  'tray.resume',
  'tray.open',
  'tray.quit',
  'notice.edited',
  'notice.added',
  'notice.deleted',
  'notice.renamed',
  'notice.moved',
  'notice.restored',
  'notice.shared-with',
  'notice.unshared',
  'notice.burst.changed',
  'notice.burst.many',
  'notice.action.open-folder',
  'notice.action.mute',
  'notice.action.mark-seen',
  'digest.missed',
  'activity.empty-title',
  'activity.empty-none',
  'activity.search',
  'activity.day-count',
  'activity.mark-all-read',
  'reason.title.told',
  'reason.title.quiet-hours',
  'reason.why.digest-waiting',
  'account.signed-out.ran-out',
  'accounts.sign-out-title',
  'settings.general.language',
  'settings.notifications.own',
  'settings.notifications.test',
  'button.cancel',
  'button.save',
]

/** What is put into them. */
const sample = {
  who: 'Ada Okafor',
  item: 'Budget 2027.xlsx',
  old: 'Budget.xlsx',
  place: 'Plans',
  whom: 'Bo Lindqvist',
  name: 'Finance',
  account: 'grace@lindenhof.example',
  thing: 'file',
  n: 3,
  notified: 2,
  connected: 7,
  total: 8,
  live: 7,
  unseen: 5,
  people: 4,
  drives: 2,
}

/** The table that somebody reads who speaks the language, beside the English, as Markdown. */
export function reviewTable(tag: string, name: string, texts: Texts, english: Texts): string {
  const [theirs, own] = [sayingSample('en', english), sayingSample(tag, texts)]
  const rows = mostSeen.map((key) => `| ${theirs(key)} | ${own(key)} | \`${key}\` |`)
  return `# ${name}: the ${mostSeen.length} sentences seen most

Written by \`npm run words\`, with made-up names and numbers. To mend a sentence, find its key in
[${tag}.json](../../preload/words/locales/${tag}.json).

| English | ${name} | key |
| --- | --- | --- |
${rows.join('\n')}
`
}

/** Says a message with the sample in it; names that stand out are bold. */
function sayingSample(tag: string, texts: Texts): (key: MessageKey) => string {
  const words = wordsOf({ locale: localeOf(tag, [tag]), texts }, 'UTC')
  const say = saying(texts, words.locale)
  const values = {
    ...sample,
    time: words.timeOfDay('08:00'),
    span: words.span(120_000),
    ago: words.ago(38_000),
  }
  return (key) =>
    say(key, values)
      .map(({ text, tag: within }) => (within === 'b' ? `**${text}**` : text))
      .join('')
}
