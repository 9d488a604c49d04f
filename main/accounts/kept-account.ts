import * as z from 'zod'

/** The few fields of MSAL's cache format that are looked at from outside. */
const cache = z.object({
  Account: z
    .record(
      z.string(),
      z.object({
        username: z.string().catch(''),
        name: z.string().optional().catch(undefined),
        realm: z.string(),
      }),
    )
    .catch({}),
  RefreshToken: z.record(z.string(), z.looseObject({ secret: z.string().min(1) })).catch({}),
})

/** What an account's cached text tells of it: whether tokens can be had, and what to show of its owner. */
export interface KeptAccount {
  readonly refreshable: boolean
  readonly name: string | undefined
  readonly username: string
  readonly tenantId: string
}

/** Reads an account's MSAL cache; null when there is no account in it. */
export function keptAccount(text: string): KeptAccount | null {
  if (text === '') return null
  const { Account, RefreshToken } = cache.parse(JSON.parse(text))
  const [account] = Object.values(Account)
  if (!account) return null
  const { name, username, realm } = account
  return { refreshable: Object.keys(RefreshToken).length > 0, name, username, tenantId: realm }
}
