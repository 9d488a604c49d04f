import { afterAll, beforeAll, describe } from 'vitest'
import { accountsCases } from './accounts.cases.ts'
import { activityCases } from './activity.cases.ts'
import { activityRowsCases } from './activity-rows.cases.ts'
import { activitySearchCases } from './activity-search.cases.ts'
import { arrivalsCases } from './arrivals.cases.ts'
import { cleanCases } from './clean.cases.ts'
import { detailsCases } from './details.cases.ts'
import { foldersCases } from './folders.cases.ts'
import { followCases } from './follow.cases.ts'
import { Gallery } from './gallery.ts'
import { rulesCases } from './rules.cases.ts'
import { seenCases } from './seen.cases.ts'
import { settingsCases } from './settings.cases.ts'
import { shellCases } from './shell.cases.ts'
import { subscriptionsCases } from './subscriptions.cases.ts'
import { webhooksMadeCases } from './webhooks-made.cases.ts'
import { webhooksCases } from './webhooks.cases.ts'
import { welcomeCases } from './welcome.cases.ts'

/** One build and one browser for all of them, a context for each; some at a time, for each waits most of its life. */
let gallery: Gallery
beforeAll(async () => {
  gallery = await Gallery.open()
})
afterAll(() => gallery[Symbol.asyncDispose]())
const open = () => gallery

describe.concurrent('Welcome', () => welcomeCases(open))
describe.concurrent('the frame', () => shellCases(open))
describe.concurrent('Activity', () => activityCases(open))
describe.concurrent('Activity, rows', () => activityRowsCases(open))
describe.concurrent('Activity, search', () => activitySearchCases(open))
describe.concurrent('where a notice leads', () => arrivalsCases(open))
describe.concurrent('Subscriptions', () => subscriptionsCases(open))
describe.concurrent('what is seen', () => seenCases(open))
describe.concurrent('the details of a subscription', () => detailsCases(open))
describe.concurrent('the rules of a subscription', () => rulesCases(open))
describe.concurrent('Webhooks', () => webhooksCases(open))
describe.concurrent('Webhooks, made and delivered', () => webhooksMadeCases(open))
describe.concurrent('Accounts', () => accountsCases(open))
describe.concurrent('Settings', () => settingsCases(open))
describe.concurrent('Follow a drive', () => followCases(open))
describe.concurrent('Choose folders', () => foldersCases(open))
describe.concurrent('every state', () => cleanCases(open))
