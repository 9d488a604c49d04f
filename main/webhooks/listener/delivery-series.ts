import * as z from 'zod/mini'
import { jsonIn } from '../../kit/json.ts'
import { bodyOf } from './delivery-body.ts'
import type { Content } from './delivery-content.ts'

const seriesSchema = z.object({
  drivebell: z.literal('deliveries'),
  deliveries: z
    .array(z.object({ at: z.string(), body: z.object({ value: z.array(z.unknown()) }) }))
    .check(z.minLength(1), z.maxLength(10_000)),
})

/** Deliveries as a file that can be shared, read and replayed: without clientStates and tokens. */
export function seriesText(kept: readonly { readonly at: number; readonly content: Content }[]): string {
  const deliveries = kept.map(({ at, content }) => ({
    at: new Date(at).toISOString(),
    body: bodyOf(content),
  }))
  return `${JSON.stringify({ drivebell: 'deliveries', deliveries }, null, 2)}\n`
}

/** The bodies of a saved series in their order; null: it is none. */
export function seriesIn(text: string): readonly string[] | null {
  const found = seriesSchema.safeParse(jsonIn(text))
  return found.success ? found.data.deliveries.map(({ body }) => JSON.stringify(body)) : null
}
