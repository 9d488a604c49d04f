import type { Handlers } from '../../../preload/contract/commands.ts'
import { accountHandlers } from './accounts.ts'
import { activityHandlers } from './activity.ts'
import { followHandlers } from './follow.ts'
import type { CommandDeps } from './answers.ts'
import { helpHandlers } from './help.ts'
import { ruleHandlers } from './rules.ts'
import { settingHandlers } from './settings.ts'
import { travelHandlers } from './travel.ts'
import { webhookHandlers } from './webhooks.ts'

/** What each command of the window does. */
export function handlers(deps: CommandDeps): Handlers {
  return {
    ...accountHandlers(deps),
    ...followHandlers(deps),
    ...activityHandlers(deps),
    ...ruleHandlers(deps),
    ...settingHandlers(deps),
    ...helpHandlers(deps),
    ...travelHandlers(deps),
    ...webhookHandlers(deps),
  }
}
