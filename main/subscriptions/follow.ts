import { calledText } from '../../preload/contract/called.ts'
import type { Words } from '../../preload/words/words.ts'
import type { Message } from '../../preload/words/phrase.ts'
import type { Scope, Target } from '../../preload/contract/discovery.ts'
import type { Graph } from '../graph/graph.ts'
import { resolveOpen } from '../discovery/resolve.ts'
import { graphError } from '../graph/graph-error.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import type { Subscription } from '../settings/schema.ts'
import type { SubscriptionList } from './subscription-list.ts'
import type { OwnDrive } from './own-drive.ts'
import type { Allowed } from '../discovery/picker.ts'
import { refusalOf } from '../discovery/refusals.ts'
import { identityOf } from '../discovery/targets.ts'

interface FollowDeps {
  readonly followed: SubscriptionList
  readonly graph: (accountId: string) => Graph
  readonly words: () => Words
  readonly allowed: Allowed
  readonly changed: () => void
}

/** Adds to what is followed what is not followed yet. */
export class Follow implements Disposable {
  readonly #deps: FollowDeps
  readonly #end = new AbortController()

  constructor(deps: FollowDeps) {
    this.#deps = deps
  }

  /** Follows an account's own OneDrive, unless it is followed already; its id is found out later. */
  followOwnDrive(accountId: string): void {
    const { followed, changed } = this.#deps
    const isOwn = (each: Subscription) => each.accountId === accountId && each.target.kind === 'own-drive'
    if (followed.all.some(isOwn)) return
    const target: Target = { kind: 'own-drive', driveId: null }
    const words = {
      name: { kind: 'own-files' },
      place: { kind: 'own-onedrive' },
      icon: 'own',
      webUrl: null,
    } as const
    followed.add({ ...words, accountId, target, scope: { kind: 'everything' } })
    changed()
  }

  /** Follows a target by what Microsoft calls it; its id, or why not. */
  async follow(accountId: string, target: Target, scope: Scope): Promise<Result<string, Message>> {
    const { followed, graph, words, changed } = this.#deps
    const asked = followed.like(target, accountId)
    if (asked) return fail(alreadyFollowed(asked, words()))
    const found = await resolveOpen({ graph: graph(accountId), signal: this.#end.signal }, target)
    if (!found.ok) return fail(refusalOf(found.error))
    const open = found.value.filter(({ choice, webUrl }) => this.#deps.allowed(choice.target, webUrl))
    if (open.length === 0) return fail({ key: 'discover.managed' })
    const known = open.map(({ choice }) => followed.like(choice.target, accountId))
    const added = open.flatMap((each, index) => {
      if (known[index]) return []
      const { choice, icon, webUrl } = each
      const names = followed.namesFor(each)
      return [followed.add({ ...names, accountId, target: choice.target, scope, icon, webUrl })]
    })
    const [first, same] = [added[0], known.find((each) => each !== undefined)]
    if (!first)
      return fail(same ? alreadyFollowed(same, words()) : refusalOf(graphError({ kind: 'not-found' })))
    changed()
    return ok(first.id)
  }

  /** The own OneDrive got its id; followed before by another way, it is not followed twice. */
  found(id: string, drive: OwnDrive): void {
    const { followed, changed } = this.#deps
    const target: Target = { kind: 'own-drive', driveId: drive.id }
    if (followed.same(identityOf(target, ''), id))
      followed.keep(followed.all.filter((each) => each.id !== id))
    else followed.change(id, { webUrl: drive.webUrl, target })
    changed()
  }

  [Symbol.dispose](): void {
    this.#end.abort()
  }
}

const alreadyFollowed = ({ name }: Subscription, words: Words): Message => ({
  key: 'follow.already',
  values: { name: calledText(name, words) },
})
