import type { NoticeAct } from '../../notices/notice.ts'

/** The page that a notice was about, by its id alone: where a press leads of which nothing more is kept. */
export function pageOfNotice(noticeId: string): NoticeAct {
  const page = /^(webhook|sign-in)-/.exec(noticeId)?.[1]
  if (page === 'webhook') return { kind: 'show', page: 'webhooks', entry: null }
  return { kind: 'show', page: page === 'sign-in' ? 'accounts' : 'activity', entry: null }
}
