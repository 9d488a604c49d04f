import { goodWebhooks, type WebhookSwitches } from './webhook-switches.ts'

/** What the simulated Microsoft can do differently, each beside its default. Set at any time; no restart needed. */
export interface Switches {
  readonly identity: {
    /** How long an access token lives (about an hour, protocol.md 5.4). */
    accessTokenLifeMs: number
    /** Seconds a device-code client waits between two polls. */
    deviceIntervalS: number
    /** Space-separated scopes that only administrators of a managed tenant can agree to (protocol.md 4.1). */
    adminScopes: string
    /** The app is registered for one organization: every other authority is refused with AADSTS50194. */
    onlyTenant: string | null
    /** The tenant lets nobody consent: the page says so and sends back AADSTS90094. */
    adminConsentNeeded: boolean
  }
  readonly endpoint: {
    /** How long a notificationUrl is good for; not documented by Microsoft (protocol.md 1.10). */
    lifeMs: number
    /** Before its `expirationDateTime`, the URL stops being good after so long. */
    diesAfterMs: number | null
    /** `expirationDateTime`: given, left out, no date at all, or over already. */
    expiry: 'given' | 'missing' | 'garbled' | 'past'
    /** Today's `/notifications?token=…`, or the documentation's `/pushbox/callback?snthgk=…` (protocol.md 1.5). */
    style: 'notifications' | 'callback'
    /** `notificationUrl`: right, left out, no URL, on a host that is not Microsoft's, or not `https:`. */
    url: 'right' | 'missing' | 'garbled' | 'foreign' | 'insecure'
    /** So many of the next requests are answered `400 notSupported` (protocol.md 1.11). */
    notSupported: number
    /** The answer as a whole: JSON, a web page with status 200, or JSON broken off. */
    body: 'json' | 'html' | 'broken'
  }
  readonly graph: {
    /** `$select`: only what was named, or everything all the same. */
    select: 'honoured' | 'ignored'
    /** Entries on a page of a listing when the client names no `$top`, and the most there are if it does. */
    pageSize: number
    /** What somebody may not see is 404 `itemNotFound`, or 403 `accessDenied` (protocol.md 8.3). */
    hidden: 'not-found' | 'denied'
    /** Delta links of mailboxes and of the directory are good no more: 410. */
    forgetsDelta: boolean
    /** `/me/drives` of a personal account lists a drive that is not there (protocol.md 4.1). */
    phantomDrives: boolean
    /** `/activities`: with what was done, only who and when, or not there at all (protocol.md 2.9). */
    activities: 'actions' | 'times' | 'none'
  }
  readonly push: {
    /** What `notification` carries: JSON as a string (protocol.md 1.8), an object, several kinds of junk, or nothing. */
    payload:
      | 'string'
      | 'object'
      | 'malformed'
      | 'empty'
      | 'nothing'
      | 'several'
      | 'bare'
      | 'text'
      | 'number'
      | 'null'
      | 'array'
      | 'extra'
    /** How many notifications one change gives; 0 is silence. */
    burst: number
    /** Wait between a change and its notification. */
    delayMs: number
    /** Which namespace a documentation-style URL stands for: its path, or its path without `/callback`. */
    callbackNamespace: 'whole' | 'cut'
    /** An unknown or expired token: refused in the namespace (CONNECT_ERROR), or at the upgrade with HTTP 401. */
    badToken: 'connect-error' | 'http-401'
    /** An expired connection: sent away with `41`, or left open and deaf (only new ones are refused). */
    atExpiry: 'disconnect' | 'refuse'
    /** Every websocket upgrade is answered with this HTTP status. */
    upgradeStatus: number | null
    /** Connections made from now on are dropped by TCP after so long. */
    dropsAfterMs: number | null
    /** Connections made from now on are joined, and then neither pinged nor told anything. */
    stopsPinging: boolean
    /** Whoever connects is never answered. */
    mute: boolean
    /** Engine.IO heartbeat, for connections made from now on. */
    pingIntervalMs: number
    pingTimeoutMs: number
  }
  readonly delta: {
    /** A change shows in delta only this long after it was made, its notification comes at once (protocol.md 1.9). */
    lagMs: number
    /** Items on a page when the client names no `$top`. */
    pageSize: number
    /** A page with an empty `value` and a nextLink comes before the last one. */
    emptyMiddlePage: boolean
    /** Every state an item went through is listed, the last one last. */
    duplicates: boolean
    /** Items of a page come in reverse: a folder after what is in it, a change before the one it followed. */
    reversed: boolean
    /** Deleted items have no parent and impossible times (protocol.md 2.4). */
    bareDeletes: boolean
    /** `createdBy` and `lastModifiedBy` are given (protocol.md 2.5). */
    actors: boolean
    /** Those have an `id`; else only a name and, in any letter case, the address that `mail` holds (protocol.md 2.6). */
    actorIds: boolean
    /** `cTag` is given on Business files too (protocol.md 8.3). */
    businessCTag: boolean
    /** A move leaves `lastModifiedBy` as it was (protocol.md 2.6). */
    movesKeepEditor: boolean
    /** What is wrong with each page of changes: nothing, or how it is not whole (protocol.md 2.4). */
    page: 'whole' | 'error-inside' | 'no-value' | 'null-value' | 'entry-without-id'
    /** The last page has a nextLink as well, which is null. */
    nullNextLink: boolean
    /** Sizes that are none: 1.5 or 1e20. */
    oddSizes: boolean
    /** How a sharing is written: as usual, or with fractions, ids in the other case, and no owner (protocol.md 2.7). */
    sharing: 'plain' | 'otherwise'
    /** Which of the shapes of protocol.md 2.2 the links have. */
    linkShape: 'query' | 'function' | 'quoted-function' | 'function-in-query'
  }
  readonly webhooks: WebhookSwitches
}

/** Everything as it is on a good day. */
export function goodDay(): Switches {
  return {
    identity: {
      accessTokenLifeMs: 3_599_000,
      deviceIntervalS: 5,
      adminScopes: 'Sites.Read.All Sites.ReadWrite.All GroupMember.Read.All Group.Read.All',
      onlyTenant: null,
      adminConsentNeeded: false,
    },
    endpoint: {
      lifeMs: 3_600_000,
      diesAfterMs: null,
      expiry: 'given',
      style: 'notifications',
      url: 'right',
      notSupported: 0,
      body: 'json',
    },
    graph: {
      select: 'honoured',
      pageSize: 100,
      hidden: 'not-found',
      phantomDrives: false,
      forgetsDelta: false,
      activities: 'actions',
    },
    push: {
      payload: 'string',
      burst: 1,
      delayMs: 0,
      callbackNamespace: 'whole',
      badToken: 'connect-error',
      atExpiry: 'disconnect',
      upgradeStatus: null,
      dropsAfterMs: null,
      stopsPinging: false,
      mute: false,
      pingIntervalMs: 25_000,
      pingTimeoutMs: 20_000,
    },
    delta: {
      lagMs: 0,
      pageSize: 200,
      emptyMiddlePage: false,
      duplicates: false,
      reversed: false,
      bareDeletes: false,
      actors: true,
      actorIds: true,
      businessCTag: false,
      movesKeepEditor: false,
      page: 'whole',
      nullNextLink: false,
      oddSizes: false,
      sharing: 'plain',
      linkShape: 'query',
    },
    webhooks: goodWebhooks(),
  }
}
