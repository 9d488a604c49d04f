/** What the simulated Microsoft can do differently, each beside its default. Set at any time; no restart needed. */
export interface Switches {
  readonly identity: {
    /** How long an access token lives (about an hour, graph.md 5.4). */
    accessTokenLifeMs: number
    /** Seconds a device-code client waits between two polls. */
    deviceIntervalS: number
    /** The tenant lets nobody consent: the page says so and sends back AADSTS90094. */
    adminConsentNeeded: boolean
  }
  readonly endpoint: {
    /** How long a notificationUrl is good for; not documented by Microsoft (graph.md 1.10). */
    lifeMs: number
    /** `expirationDateTime`: given, left out, or no date at all. */
    expiry: 'given' | 'missing' | 'garbled'
    /** Today's `/notifications?token=…`, or the documentation's `/pushbox/callback?snthgk=…` (graph.md 1.5). */
    style: 'notifications' | 'callback'
    /** `notificationUrl`: right, left out, no URL, or on a host that is not Microsoft's. */
    url: 'right' | 'missing' | 'garbled' | 'foreign'
  }
  readonly push: {
    /** What `notification` carries: JSON as a string (observed), an object, junk, an empty list, or nothing. */
    payload: 'string' | 'object' | 'malformed' | 'empty' | 'nothing'
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
    /** Whoever connects is never answered. */
    mute: boolean
    /** Engine.IO heartbeat, for connections made from now on. */
    pingIntervalMs: number
    pingTimeoutMs: number
  }
  readonly delta: {
    /** A change shows in delta only this long after it was made, its notification comes at once (graph.md 1.9). */
    lagMs: number
    /** Items on a page when the client names no `$top`. */
    pageSize: number
    /** A page with an empty `value` and a nextLink comes before the last one. */
    emptyMiddlePage: boolean
    /** Every state an item went through is listed, the last one last. */
    duplicates: boolean
    /** Items of a page come in reverse: a folder after what is in it, a change before the one it followed. */
    reversed: boolean
    /** Deleted items have no parent and impossible times (graph.md 2.4). */
    bareDeletes: boolean
    /** `createdBy` and `lastModifiedBy` are given (graph.md 2.5). */
    actors: boolean
    /** `cTag` is given on Business files too (graph.md 8.3). */
    businessCTag: boolean
    /** A move leaves `lastModifiedBy` as it was (graph.md 2.6). */
    movesKeepEditor: boolean
    /** Which of the shapes of graph.md 2.2 the links have. */
    linkShape: 'query' | 'function' | 'quoted-function' | 'function-in-query'
  }
}

/** Everything as it is on a good day. */
export function goodDay(): Switches {
  return {
    identity: { accessTokenLifeMs: 3_599_000, deviceIntervalS: 5, adminConsentNeeded: false },
    endpoint: { lifeMs: 3_600_000, expiry: 'given', style: 'notifications', url: 'right' },
    push: {
      payload: 'string',
      burst: 1,
      delayMs: 0,
      callbackNamespace: 'whole',
      badToken: 'connect-error',
      atExpiry: 'disconnect',
      upgradeStatus: null,
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
      businessCTag: false,
      movesKeepEditor: false,
      linkShape: 'query',
    },
  }
}
