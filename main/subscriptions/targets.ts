import type { Subscription } from '../settings/schema.ts'

/** What can be followed, by the ids it resolves to (graph.md 1.1). */
export type Target = Subscription['target']

/** Where Graph is asked for a target's endpoint. */
export function endpointPath(target: Target): string {
  switch (target.kind) {
    case 'own-drive':
      return '/me/drive/root/subscriptions/socketIo'
  }
}
