import { apartMs } from '../lifecycle/schedule.ts'
import type { Webhook } from '../../settings/webhook.ts'

/** What a message about a webhook asks for (graph.md 3.13). */
export type LifecycleStep = 'renew' | 'make-anew' | 'catch-up' | 'nothing'

/** `graphId`: of which webhook it speaks; it may be one that was made anew since. */
export function lifecycleStep(event: string, graphId: string, webhook: Webhook, now: number): LifecycleStep {
  const isCurrent = webhook.graphId?.toLowerCase() === graphId.toLowerCase()
  switch (event) {
    case 'reauthorizationRequired': {
      // It may come every few minutes; one renewal answers all of them.
      const lastAt = Math.max(webhook.renewedAt ?? 0, webhook.reauthorisedAt ?? 0)
      return isCurrent && now - lastAt >= apartMs ? 'renew' : 'nothing'
    }
    case 'subscriptionRemoved':
      return isCurrent ? 'make-anew' : 'nothing'
    case 'missed':
      return 'catch-up'
    default:
      return 'nothing'
  }
}

/** As the page names it; null: nothing it shows. */
export function lifecycleName(event: string): NonNullable<Webhook['lastLifecycle']>['kind'] | null {
  const names = {
    reauthorizationRequired: 'reauthorised',
    subscriptionRemoved: 'removed',
    missed: 'missed',
  } as const
  return Object.entries(names).find(([name]) => name === event)?.[1] ?? null
}
