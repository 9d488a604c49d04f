import type { Notice } from './notice.ts'

/** What "Show me a notice" shows (ui.md 5, 43). */
export const sampleNotice: Notice = {
  id: 'sample',
  title: 'This is what a notice looks like',
  body: 'Real ones say who, what and where',
  urgency: 'normal',
  stays: false,
  group: null,
  click: { kind: 'show', page: 'activity', entry: null },
  buttons: [],
}
