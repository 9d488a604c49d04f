import type { CatalogueRow } from '../../../preload/contract/webhook-catalogue.ts'
import type { WebhookCreated } from '../../../preload/contract/webhook-commands.ts'
import type {
  CheckedDraft,
  PlaceholderOptions,
  WebhookDraft,
} from '../../../preload/contract/webhook-form.ts'
import { anyRow } from '../catalogue/any-resource.ts'
import { catalogueFor } from '../catalogue/catalogue.ts'
import { type Fill, fill } from '../catalogue/form-options.ts'
import type { WebhookDeps } from '../model/webhook-deps.ts'
import { type ChosenName, chosenNameSchema } from '../../settings/webhook.ts'
import { unknownAccount, type WebhookCreation } from './creation.ts'
import { checkedDraft } from './draft-check.ts'

interface WebhookFormDeps extends Pick<
  WebhookDeps,
  'accounts' | 'graph' | 'adminConsentUrl' | 'subscriptions' | 'words'
> {
  readonly creation: WebhookCreation
}

/** The form a webhook is made with: what can be chosen in it, what is wrong in it, and what comes of it. */
export class WebhookForm implements Disposable {
  readonly #deps: WebhookFormDeps
  readonly #end = new AbortController()
  /** Names of what was offered for choosing, by id. */
  readonly #labels = new Map<string, ChosenName>()

  constructor(deps: WebhookFormDeps) {
    this.#deps = deps
  }

  /** What Microsoft can call about, as an account may have it. */
  catalogue(accountId: string): readonly CatalogueRow[] {
    const account = this.#account(accountId)
    return account ? [...catalogueFor(account), anyRow] : []
  }

  async fill(wanted: Fill): Promise<PlaceholderOptions> {
    const { graph, adminConsentUrl, subscriptions, words } = this.#deps
    const account = (id: string) => this.#account(id)
    const followed = () => subscriptions.followed
    const { signal } = this.#end
    const found = await fill({ account, graph, followed, adminConsentUrl, words: words(), signal }, wanted)
    for (const { value, label } of found.kind === 'options' ? found.options : []) {
      const kept = chosenNameSchema.safeParse(label)
      if (kept.success) this.#labels.set(value, kept.data)
    }
    return found
  }

  /** Looks at a draft; nothing is sent. */
  draft(draft: WebhookDraft): CheckedDraft {
    const deps = this.#deps.creation.lookDeps(draft)
    return deps
      ? checkedDraft(draft, deps)
      : {
          refusals: [unknownAccount],
          warnings: [],
          request: '',
          address: null,
          missingScopes: [],
          adminConsentUrl: null,
        }
  }

  create(draft: WebhookDraft): Promise<WebhookCreated> {
    return this.#deps.creation.create(draft, this.#labels)
  }

  [Symbol.dispose](): void {
    this.#end.abort()
  }

  #account(id: string) {
    return this.#deps.accounts.list().find((each) => each.id === id)
  }
}
