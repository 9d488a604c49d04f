import * as z from 'zod/mini'

const text = z.nullable(z.string())
const number = z.nullable(z.number())

/** What `--json` prints, a line each; documented by its JSON Schema in docs/command-line.md. */
export const lineSchema = z.discriminatedUnion('kind', [
  z.object({
    v: z.literal(1),
    kind: z.literal('change'),
    id: z.string(),
    time: text,
    who: z.string(),
    email: text,
    change: z.string(),
    item: text,
    earlierName: text,
    drive: z.string(),
    folder: z.string(),
    account: z.string(),
    told: z.nullable(z.boolean()),
    reason: text,
    times: z.number(),
    since: text,
    size: number,
    sizeBefore: number,
    address: text,
  }),
  z.object({
    v: z.literal(1),
    kind: z.literal('status'),
    version: z.string(),
    state: z.string(),
    live: z.number(),
    total: z.number(),
    unseen: z.number(),
    drives: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        place: z.string(),
        state: z.string(),
        unseen: z.number(),
      }),
    ),
    accounts: z.array(z.object({ username: z.string(), state: z.string() })),
  }),
  z.object({ v: z.literal(1), kind: z.literal('missed'), count: z.number() }),
])
export type Line = z.output<typeof lineSchema>
