import * as z from 'zod'

/** The MSAL cache of each account, by homeAccountId: the clear text of the sign-ins file. */
export type KeptSignIns = ReadonlyMap<string, string>

const schema = z.object({
  version: z.literal(1),
  accounts: z.record(z.string(), z.string().refine(isJsonObject)),
})

/** Reads the clear text; null when it is not ours or damaged. */
export function parseSignIns(text: string): KeptSignIns | null {
  const kept = schema.safeParse(json(text))
  return kept.success ? new Map(Object.entries(kept.data.accounts)) : null
}

/** Writes what {@link parseSignIns} reads. */
export function formatSignIns(kept: KeptSignIns): string {
  return JSON.stringify({ version: 1, accounts: Object.fromEntries(kept) })
}

/** MSAL throws a SyntaxError out of every call over a text that is none (platform.md 4.6), so it never gets one. */
function isJsonObject(text: string): boolean {
  const value = json(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
