import type { Actor } from '../graph/schemas.ts'

/** A person, an app, or somebody nobody knows. */
export type WhoKind = 'person' | 'app' | 'someone'

const longest = 300

/** What kind of somebody it was. */
export function whoKind(who: Pick<Actor, 'kind' | 'id' | 'name'> | null): WhoKind {
  if (who === null || (who.id === null && who.name === null)) return 'someone'
  return who.kind === 'application' || who.kind === 'device' ? 'app' : 'person'
}

/** The same for all changes by the same somebody: by id, or by name where Microsoft gives no id. */
export function whoKey(who: Pick<Actor, 'kind' | 'id' | 'name'> | null): string {
  const kind = whoKind(who)
  if (who === null || kind === 'someone') return 'someone'
  const key = who.id === null ? `${kind} named ${who.name}` : `${kind} ${spelled(who.id)}`
  return key.slice(0, longest)
}

/** Personal ids are 16 hexadecimal digits, whose case and leading zeros vary; object ids vary in case only (graph.md 2.6). */
export function spelled(id: string): string {
  return (/^[0-9a-f]{1,16}$/i.test(id) ? id.padStart(16, '0') : id).toLowerCase()
}
