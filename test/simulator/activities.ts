import type { Drive } from './drive.ts'
import { contextOf, needWork, type GraphCall } from './graph-call.ts'
import { Refusal } from './graph-reply.ts'
import type { Act } from './item.ts'
import { actorView, graphTime } from './item-view.ts'

type Body = Record<string, unknown>

/** What people did in a drive, newest first, in either shape (protocol.md 2.9); the act itself tells what it was. */
export function answerActivities(call: GraphCall, drive: Drive, itemId: string | null): Body {
  needWork(call)
  const how = call.world.switches.graph.activities
  if (how === 'none') throw new Refusal(404, 'itemNotFound', 'The resource could not be found.')
  const acts = drive.acts.filter(({ item }) => itemId === null || item.id === itemId)
  const value = acts.toReversed().map((act, index) => ({
    id: `${acts.length - index}`,
    ...(how === 'actions' ? withAction(drive, act) : withAccess(drive, act)),
  }))
  return { ...contextOf(call, 'itemActivities'), value: value.slice(0, 200) }
}

function withAction(drive: Drive, act: Act): Body {
  return {
    action: actionOf(drive, act),
    actor: actorView(drive, act.by),
    times: { recordedDateTime: graphTime(act.at) },
    driveItem: { id: act.item.id },
  }
}

/** Says who and when, not what. */
function withAccess(drive: Drive, act: Act): Body {
  return {
    activityDateTime: graphTime(act.at),
    actor: actorView(drive, act.by),
    driveItem: { id: act.item.id },
  }
}

function actionOf(drive: Drive, { item, before, recipients }: Act): Body {
  if (item.deletedAt !== null) return { delete: { name: item.name, objectType: 'File' } }
  if (before === null) return { create: {} }
  if (before.deletedAt !== null) return { restore: {} }
  if (before.parentId !== item.parentId) return { move: { from: before.parentId, to: item.parentId } }
  if (before.name !== item.name) return { rename: { oldName: before.name, newName: item.name } }
  if (before.sharing === item.sharing) return { edit: {} }
  return { share: { recipients: recipients.map((each) => actorView(drive, each)) } }
}
