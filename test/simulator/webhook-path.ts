import { personCalled, graphIdOf, type Persona } from './personas.ts'

/** What a webhook's `resource`, or the path of a call, means however it is written (protocol.md 3.1, 3.5). */
export interface ResourcePath {
  /** Without base, leading `/` and query; `me` is `users/{id}`, `x('y')` is `x/y`. */
  readonly path: string
  readonly options: URLSearchParams
}

/** Reads a path for someone. Mail folders keep their names. */
export function resourcePath(resource: string, persona: Persona, tenantId: string): ResourcePath {
  const [before = '', ...query] = resource.split('?')
  const parts = unescaped(before)
    .replace(/^\/|\/$/g, '')
    .replace(/\((?:\w+=)?'([^']*)'\)/g, '/$1')
    .replace(/^me(?=\/|$)/i, `users/${graphIdOf(persona, tenantId)}`)
  const user = /^users\/([^/]+)/i.exec(parts)?.[1]
  const named = user === undefined ? undefined : personCalled(user)
  const path = user !== undefined && named ? parts.replace(user, graphIdOf(named, tenantId)) : parts
  return { path, options: new URLSearchParams(query.join('?')) }
}

/** The user a canonical path begins with. */
export function userIn(path: string): string | undefined {
  return /^users\/([^/]+)/i.exec(path)?.[1]
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
