import type { PendingConsent } from '../../main/accounts/consent.ts'
import type { Account } from '../../main/accounts/account.ts'
import type { AccountsView } from '../../main/accounts/accounts-view.ts'
import { graphError } from '../../main/graph/graph-error.ts'
import type { TokenNeed } from '../../main/graph/graph.ts'
import { Listeners } from '../../main/kit/listeners.ts'
import { fail, ok } from '../../main/kit/result.ts'
import { personaCalled } from '../simulator/personas.ts'
import type { Simulator } from '../simulator/simulator.ts'

/** Drivebell's own id at Microsoft. */
export const storyClientId = '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2'

interface SignedIn {
  readonly name: string
  account: Account
  token: string
}

/** Who is signed in, with tokens straight from the simulated Microsoft: stories are not about signing in. */
export class StoryPeople implements AccountsView {
  readonly #simulator: Simulator
  readonly #changed = new Listeners<void>()
  readonly #all = new Map<string, SignedIn>()
  /** What an administrator is waited for to allow. */
  pending: PendingConsent | null = null

  readonly #comes: (id: string) => unknown

  /** `comes`: hears of whoever signs in, before Drivebell does. */
  constructor(simulator: Simulator, comes: (id: string) => unknown) {
    this.#simulator = simulator
    this.#comes = comes
  }

  /** Somebody signs in, or allows more. */
  comes(name: string, more: readonly string[] = []): Account {
    const persona = personaCalled(name)
    const scopes = ['Files.Read', 'User.Read', ...more]
    const account: Account = {
      id: `${persona.objectId}.${persona.home.id}`,
      name,
      username: persona.email,
      type: persona.account,
      cloud: 'global',
      tenantId: persona.home.id,
      graphId: null,
      mail: null,
      scopes,
      awaited: [],
      state: { kind: 'signed-in' },
    }
    this.#comes(account.id)
    this.#all.set(account.id, { name, account, token: this.#fresh(name, scopes) })
    this.#changed.emit()
    return account
  }

  /** Somebody signs out for good. */
  leaves(id: string): void {
    if (this.#all.delete(id)) this.#changed.emit()
  }

  list(): readonly Account[] {
    return [...this.#all.values()].map(({ account }) => account)
  }

  onChange(listener: () => void): Disposable {
    return this.#changed.add(listener)
  }

  identify(id: string, { graphId, mail }: { graphId: string | null; mail: string | null }): void {
    this.#put(id, { graphId, mail })
  }

  pendingConsent(): PendingConsent | null {
    return this.pending
  }

  tokenSource(id: string) {
    return (need: TokenNeed) => {
      const known = this.#all.get(id)
      if (known?.account.state.kind !== 'signed-in')
        return Promise.resolve(fail(graphError({ kind: 'signed-out' })))
      if (need.forceRefresh || need.claims) known.token = this.#fresh(known.name, known.account.scopes)
      return Promise.resolve(ok(known.token))
    }
  }

  /** Everybody's sign-in ends. */
  lose(): void {
    for (const { name, account } of this.#all.values()) {
      this.#simulator.identity.revoke(name)
      this.#put(account.id, { state: { kind: 'signed-out', reason: 'ran-out', code: null } })
    }
  }

  regain(): void {
    for (const known of this.#all.values()) {
      known.token = this.#fresh(known.name, known.account.scopes)
      this.#put(known.account.id, { state: { kind: 'signed-in' } })
    }
  }

  #put(id: string, facts: Partial<Account>): void {
    const known = this.#all.get(id)
    if (!known) return
    known.account = { ...known.account, ...facts }
    this.#changed.emit()
  }

  #fresh(name: string, scopes: readonly string[]): string {
    const grant = {
      persona: personaCalled(name),
      clientId: storyClientId,
      scopes,
      nonce: null,
      handlesClaims: true,
    }
    return String(this.#simulator.identity.tokens.issue(grant)['access_token'])
  }
}
