/** The webhooks and the listener as the Webhooks page shows them (design.md 1: webhook, listener). */
import type { Rules } from './rules.ts'
import type { Message } from '../words/phrase.ts'
import type { RefusalKind } from './deliveries.ts'
import type { EventHubView } from './event-hub.ts'
import type { ForwardingView } from './forwarding.ts'
import type { ChangeType, WebhookIcon } from './webhook-catalogue.ts'

/** All of it, within the whole state. Times are milliseconds since 1970. */
export interface WebhooksView {
  readonly listener: ListenerView
  readonly rows: readonly WebhookView[]
  /** When the rows were last compared with what Microsoft holds; null: never. */
  readonly checkedAt: number | null
  /** They are being compared. */
  readonly checking: boolean
  /** Grows with each delivery, so that an open list of them is asked for again. */
  readonly deliveriesRevision: number
}

/** Where Microsoft's calls arrive. */
export interface ListenerView {
  readonly state:
    | { readonly kind: 'off' }
    | { readonly kind: 'starting' }
    | { readonly kind: 'listening'; readonly port: number }
    /** Like a port that another program took. */
    | { readonly kind: 'failed'; readonly why: Message }
  /** Where the tunnel or relay begins, like `https://bell.lindenhof.example`; null: not given yet. */
  readonly publicUrl: string | null
  /** The self-test under way, or the last one. */
  readonly test: SelfTest | null
  /** When Microsoft last called below it; what came after a test that failed speaks against that. */
  readonly arrivedAt: number | null
  /** How many webhooks Microsoft calls below another address. */
  readonly leftBehind: number
  /** What a person types into a terminal to get a tunnel that leads here, by the tunnel's name. */
  readonly tunnels: readonly {
    readonly name: 'cloudflare' | 'dev-tunnels' | 'ngrok' | 'tailscale'
    readonly command: string
  }[]
  readonly refused: {
    readonly thisWeek: number
    /** Most first; kinds that never happened are left out. */
    readonly byKind: readonly {
      readonly kind: RefusalKind
      readonly count: number
    }[]
  }
  readonly slow: SlowMeter
  readonly forwarding: ForwardingView
  readonly eventHub: EventHubView
}

/**
 * The last 100 answers, none older than 10 minutes: Microsoft delivers late above 10 %, drops above 15 % (protocol.md
 * 3.9).
 */
export interface SlowMeter {
  readonly answers: number
  readonly over3s: number
  readonly over10s: number
  readonly state: 'fast' | 'late' | 'dropped'
}

export const selfTestSteps = ['name', 'certificate', 'reaches-us', 'token', 'query', 'fast'] as const
export type SelfTestStepKey = (typeof selfTestSteps)[number]

/** The handshake through the public address, step by step. */
export interface SelfTest {
  readonly startedAt: number
  readonly publicUrl: string
  /** All six from the beginning, in order. */
  readonly steps: readonly SelfTestStep[]
  readonly verdict:
    | { readonly kind: 'running' }
    | { readonly kind: 'reachable'; readonly answeredInMs: number }
    /** Why its first failing step failed. */
    | { readonly kind: 'unreachable'; readonly why: Message }
}

export interface SelfTestStep {
  readonly key: SelfTestStepKey
  readonly kind: 'waiting' | 'running' | 'passed' | 'failed'
  /** What was found, or what failed and what to do. */
  readonly found: StepFound | null
}

/** What a step of the self-test found. */
export type StepFound =
  | { readonly kind: 'certificate'; readonly protocol: string; readonly validUntil: number }
  | { readonly kind: 'answered'; readonly tookMs: number }
  | { readonly kind: 'said'; readonly what: Message }

/** What a support case needs to know of Microsoft's refusal, and what Microsoft itself said. */
export interface FromMicrosoft {
  readonly code: string | null
  readonly requestId: string | null
  readonly message: string | null
}

/** How a webhook is doing: the words of interface.md 3. */
export type WebhookState =
  | { readonly kind: 'creating' }
  /** Whether calls arrive is not known yet: its address is being tested. */
  | { readonly kind: 'checking' }
  | { readonly kind: 'delivering' }
  | { readonly kind: 'delivering-encrypted' }
  | { readonly kind: 'slow' }
  /** `triesAt` null: being made this moment. */
  | { readonly kind: 'gone-being-made-anew'; readonly triesAt: number | null }
  | {
      readonly kind: 'needs-permission'
      readonly scopes: readonly string[]
      readonly why: Message
      /** Where only an administrator can give it. */
      readonly adminConsentUrl: string | null
    }
  | ({ readonly kind: 'unreachable'; readonly why: Message } & FromMicrosoft)
  | { readonly kind: 'signed-out' }
  /** Made by another program or computer; not renewed here. */
  | { readonly kind: 'elsewhere' }
  /** `undoUntil`: until then it can be taken back; null: Microsoft is being told. */
  | { readonly kind: 'deleting'; readonly undoUntil: number | null }
  | ({ readonly kind: 'refused'; readonly why: Message } & FromMicrosoft)

export interface WebhookView {
  /** Ours; it stays when the webhook is made anew. */
  readonly id: string
  /** Microsoft's; null while there is none. */
  readonly graphId: string | null
  readonly accountId: string
  /** The catalogue's key; null: a resource the catalogue does not know. */
  readonly row: string | null
  /** Like "Inbox, new mail". */
  readonly title: Message
  /** As Microsoft has it, like `me/mailFolders('inbox')/messages`. */
  readonly resource: string
  readonly icon: WebhookIcon
  readonly state: WebhookState
  readonly createdAt: number | null
  readonly renewedAt: number | null
  readonly expiresAt: number | null
  /** When Drivebell renews it; null: it does not. */
  readonly renewsAt: number | null
  /** From the last renewal to the end: the whole of the thin bar. */
  readonly lifetimeMs: number | null
  readonly changeTypes: readonly ChangeType[]
  readonly encrypted: boolean
  readonly lastDeliveryAt: number | null
  readonly lastAnswerMs: number | null
  readonly delivered: number
  /** Answered with a failure, or later than Microsoft waits. */
  readonly failed: number
  readonly refused: number
  /** The same three of the last seven days, and what was refused. */
  readonly week: {
    readonly delivered: number
    readonly failed: number
    readonly refused: readonly { readonly kind: RefusalKind; readonly count: number }[]
  }
  readonly lastLifecycle: {
    readonly kind: 'reauthorized' | 'removed' | 'missed'
    readonly at: number
  } | null
  /** What is told of what it brings. */
  readonly rules: Rules
  /** After an absence longer than Microsoft repeats its calls: what was missed is read, or it is said that something may be. */
  readonly catchUp:
    | { readonly kind: 'reads' | 'says' }
    | {
        readonly kind: 'needs-permission'
        readonly scopes: readonly string[]
        readonly why: Message
        readonly adminConsentUrl: string | null
      }
}

/** One property as Microsoft returned it. */
export interface WebhookProperty {
  readonly name: string
  /** Null: Microsoft returned nothing for it. */
  readonly value: string | null
  /** There is a value, and it is not shown. */
  readonly hidden: boolean
}

/** What Microsoft holds of a webhook, by its name; a text as it came, or what it means. */
export interface WebhookFact {
  readonly name: (typeof webhookFacts)[number]
  readonly value: string | Message
}

export const webhookFacts = [
  'id',
  'resource',
  'changes',
  'ends',
  'calls',
  'lifecycle',
  'data',
  'certificate',
  'made-by',
] as const

/** A webhook asked for from Microsoft just now. */
export interface WebhookDetails {
  /** The few lines of "What Microsoft holds". */
  readonly facts: readonly WebhookFact[]
  readonly properties: readonly WebhookProperty[]
}
