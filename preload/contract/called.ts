/** What a drive and the place around it are called, as it is kept; it is worded where it is shown. */
import * as z from 'zod/mini'
import type { Message } from '../words/phrase.ts'
import type { Words } from '../words/words.ts'

const whats = ['own-files', 'own-onedrive', 'documents', 'shared', 'site', 'group', 'list'] as const

/** A name that somebody gave, or what the thing is. */
export type Called =
  | string
  | { readonly kind: (typeof whats)[number] }
  | { readonly kind: 'files-of'; readonly name: string }
  /** Of several names the first, and how many more there are. */
  | { readonly kind: 'shares'; readonly names: readonly string[]; readonly more: number }
  /** A library or list of a site that is not its default one. */
  | { readonly kind: 'in-site'; readonly name: Called; readonly site: string }
  /** With its place, where something else has its name. */
  | { readonly kind: 'apart'; readonly name: Called; readonly place: Called }
  /** The place of a library that is listened to as a list. */
  | { readonly kind: 'as-list'; readonly place: Called }
  /** What a webhook is about, as the catalogue names it. */
  | { readonly kind: 'webhook'; readonly about: Message }

/** As settings keep it: what a webhook is called is found anew. */
export const calledSchema: z.ZodMiniType<Called> = z.union([
  z.string(),
  z.strictObject({ kind: z.enum(whats) }),
  z.strictObject({ kind: z.literal('files-of'), name: z.string() }),
  z.strictObject({ kind: z.literal('shares'), names: z.array(z.string()), more: z.number() }),
  z.strictObject({
    kind: z.literal('apart'),
    name: z.lazy(() => calledSchema),
    place: z.lazy(() => calledSchema),
  }),
  z.strictObject({ kind: z.literal('in-site'), name: z.lazy(() => calledSchema), site: z.string() }),
  z.strictObject({ kind: z.literal('as-list'), place: z.lazy(() => calledSchema) }),
])

/** What it is called in a person's language. */
export function calledText(called: Called, words: Words): string {
  if (typeof called === 'string') return called
  switch (called.kind) {
    case 'files-of':
      return words.phrase('drive.name.files-of', { name: called.name })
    case 'shares': {
      const more = called.more > 0 ? [words.phrase('drive.place.more', { n: called.more })] : []
      const names = called.names.length > 0 ? called.names : [words.phrase('drive.place.something')]
      return words.phrase('drive.place.shares', { names: words.list([...names, ...more], 'and') })
    }
    case 'apart':
      return words.phrase('drive.name.apart', {
        name: calledText(called.name, words),
        place: calledText(called.place, words),
      })
    case 'in-site':
      return words.phrase('drive.name.in-site', { name: calledText(called.name, words), site: called.site })
    case 'webhook':
      return words.say(called.about)
    case 'as-list': {
      const place = calledText(called.place, words)
      return place === ''
        ? words.phrase('drive.place.list-alone')
        : words.phrase('drive.place.as-list', { place })
    }
    case 'own-files':
    case 'own-onedrive':
    case 'documents':
    case 'shared':
    case 'site':
    case 'group':
    case 'list':
      return words.phrase(`drive.name.${called.kind}`)
  }
}

/** The names in it that somebody gave. */
export function namesIn(called: Called): readonly string[] {
  if (typeof called === 'string') return [called]
  if (called.kind === 'files-of') return [called.name]
  if (called.kind === 'shares') return called.names
  if (called.kind === 'in-site') return [...namesIn(called.name), called.site]
  if (called.kind === 'as-list') return namesIn(called.place)
  if (called.kind === 'webhook') return namesWithin(called.about)
  return called.kind === 'apart' ? [...namesIn(called.name), ...namesIn(called.place)] : []
}

/** What somebody wrote, within a fact; not what the fact says itself. */
function namesWithin({ values }: Message): readonly string[] {
  return Object.values(values ?? {}).flatMap((value: unknown) =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? namesWithin(value as Message)
        : [],
  )
}

/** What versions before wrote in English. */
const english: Readonly<Record<string, Called>> = {
  'My files': { kind: 'own-files' },
  'My OneDrive': { kind: 'own-onedrive' },
  'My files (My OneDrive)': {
    kind: 'apart',
    name: { kind: 'own-files' },
    place: { kind: 'own-onedrive' },
  },
  'A shared drive': { kind: 'shared' },
  'A group': { kind: 'group' },
  'A list': { kind: 'list' },
  'Heard as a list': { kind: 'as-list', place: '' },
}

/** What a name that a version before kept stands for. */
export function calledBefore(name: string): Called {
  const known = Object.hasOwn(english, name) ? english[name] : undefined // `toString` is a name as well
  if (known !== undefined) return known
  const [, person] = /^(.+)'s files$/su.exec(name) ?? []
  if (person !== undefined) return { kind: 'files-of', name: person }
  const [, owner, place] = (name.endsWith(')') && /^(.+)'s files \((.+)\)$/su.exec(name)) || []
  if (owner !== undefined && place !== undefined)
    return { kind: 'apart', name: { kind: 'files-of', name: owner }, place }
  const [, around] = /^(.+), heard as a list$/su.exec(name) ?? []
  return around === undefined ? name : { kind: 'as-list', place: around }
}
