import { randomBytes } from 'node:crypto'
import type { EventHub } from '../../../preload/contract/event-hub.ts'
import { withoutEnd } from '../../kit/text.ts'

/** Thirty-two random bytes: nobody guesses them. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Where Microsoft delivers: below the public address, at a path nobody guesses; or to an Event Hub, as it is. */
export const addressOf = (publicUrl: string, secret: string): string =>
  isEventHub(publicUrl) ? publicUrl : `${withoutEnd(publicUrl, '/')}/h/${secret}`

/** An address that stands for an Event Hub (protocol.md 3.16). */
export const isEventHub = (address: string): boolean => address.startsWith('EventHub:')

/** The address by which Microsoft is told of an Event Hub. */
export const eventHubAddress = ({ namespace, name, tenant }: EventHub): string =>
  `EventHub:https://${namespace}/eventhubname/${name}?tenantId=${tenant}`

/** The unguessable end of a path; a tunnel may keep or strip what is before it. Null: it has none. */
export function secretIn(path: string): string | null {
  return /\/h\/([\w-]{16,128})\/?$/.exec(path)?.[1] ?? null
}

/** The same of a whole address. */
export function secretOf(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address)
  return url && secretIn(url.pathname)
}

/** An address of this computer, by http. */
export type LoopbackAddress = `http://localhost:${number}/${string}`

/** Where on this computer a path leads that somebody typed; null: nowhere, or to another computer. */
export function loopbackAddress(port: number, path: string): LoopbackAddress | null {
  const origin = `http://localhost:${port}`
  const url = URL.parse(path.startsWith('/') ? path : `/${path}`, origin)
  return url?.origin === origin ? `http://localhost:${port}/${url.href.slice(origin.length + 1)}` : null
}

/** A public address as people type it, in one spelling; null: it is none. */
export function publicUrlFrom(text: string): string | null {
  const trimmed = text.trim()
  const full = /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`
  const url = trimmed === '' ? null : URL.parse(full)
  if (!url || url.search !== '' || url.hash !== '') return null
  return withoutEnd(url.href, '/')
}
