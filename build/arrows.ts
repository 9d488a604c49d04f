/** A part of the house: what all of its rooms may import, and what each may beside that. */
export interface Part {
  readonly ground: readonly string[]
  readonly rooms: Readonly<Record<string, readonly string[]>>
}

/**
 * Which folder may import from which. A room is a folder with those below it that have no line of their own; it may
 * import from itself, from the rooms inside it, from the ground of its part, and from what stands behind its name. From
 * the bottom up: no room names one that stands below it. `npm run check:arrows` holds all imports against it, those of
 * types included; it also finds circles of files, and lines that nothing needs.
 */
export const house: readonly Part[] = [
  {
    // What everything else stands on.
    ground: [],
    rooms: {
      'preload/kit': [],
      'preload/words': ['preload/kit'],
      'preload/contract': ['preload/words'],
      'main/kit': ['preload/kit'],
      preload: [],
    },
  },
  {
    ground: ['preload/contract', 'preload/words', 'main/kit'],
    rooms: {
      'main/graph': [],
      'main/link': ['main/graph'],
      'main/history': ['main/graph'],
      'main/drive': ['main/graph', 'main/history'],

      'main/accounts/tokens': ['main/accounts', 'main/graph'],
      'main/accounts/sign-in': ['main/accounts', 'main/accounts/tokens', 'main/graph'],
      'main/accounts': ['main/graph'],

      'main/settings': ['main/accounts', 'main/graph'],
      'main/discovery': ['main/accounts', 'main/graph'],
      'main/rules': ['main/settings', 'main/history', 'main/graph'],
      'main/notices': ['main/rules', 'main/history'],
      'main/activity': ['main/notices', 'main/rules', 'main/history'],
      'main/subscriptions': [
        'main/rules',
        'main/discovery',
        'main/drive',
        'main/settings',
        'main/link',
        'main/graph',
      ],

      'main/webhooks/api': ['main/graph'],
      'main/webhooks/encryption': ['main/accounts', 'main/graph'],
      'main/webhooks/catalogue': [
        'main/webhooks/api',
        'main/discovery',
        'main/settings',
        'main/accounts',
        'main/graph',
      ],
      // The registry, secrets, addresses and handshakes under way: what every room of webhooks knows.
      'main/webhooks/model': [
        'main/webhooks/catalogue',
        'main/webhooks/encryption',
        'main/subscriptions',
        'main/settings',
        'main/history',
        'main/accounts',
        'main/graph',
      ],
      // The listener and what keeps webhooks alive do not know of each other: webhooks.ts joins them.
      'main/webhooks/listener': [
        'main/webhooks/model',
        'main/webhooks/catalogue',
        'main/webhooks/encryption',
        'main/history',
        'main/accounts',
        'main/graph',
      ],
      'main/webhooks/event-hubs': [
        'main/webhooks/listener',
        'main/webhooks/model',
        'main/settings',
        'main/history',
        'main/graph',
      ],
      'main/webhooks/forwarding': ['main/webhooks/listener', 'main/webhooks/model', 'main/history'],
      'main/webhooks/lifecycle': [
        'main/webhooks/model',
        'main/webhooks/catalogue',
        'main/webhooks/api',
        'main/settings',
        'main/accounts',
        'main/graph',
      ],
      // After an absence: what was missed, by delta.
      'main/webhooks/catch-up': [
        'main/webhooks/model',
        'main/webhooks/catalogue',
        'main/history',
        'main/settings',
        'main/accounts',
        'main/graph',
      ],
      'main/webhooks/notices': [
        'main/webhooks/lifecycle',
        'main/webhooks/listener',
        'main/webhooks/model',
        'main/webhooks/catalogue',
        'main/history',
        'main/settings',
        'main/accounts',
        'main/graph',
      ],
      'main/webhooks/page': [
        'main/webhooks/catch-up',
        'main/webhooks/lifecycle',
        'main/webhooks/forwarding',
        'main/webhooks/event-hubs',
        'main/webhooks/listener',
        'main/webhooks/model',
        'main/webhooks/catalogue',
        'main/webhooks/api',
        'main/settings',
        'main/accounts',
        'main/graph',
      ],
      'main/webhooks': ['main/history'],

      'main/desktop/notifications': ['main/notices', 'main/accounts'],
      'main/desktop/tray': ['main/desktop', 'main/desktop/notifications', 'main/subscriptions'],
      'main/desktop/window': [
        'main/desktop',
        'main/webhooks',
        'main/subscriptions',
        'main/activity',
        'main/rules',
        'main/policy',
        'main/settings',
        'main/history',
        'main/accounts',
      ],
      'main/desktop/commands': [
        'main/desktop',
        'main/desktop/window',
        'main/diagnostics',
        'main/activity',
        'main/notices',
        'main/policy',
        'main/settings',
        'main/rules',
        'main/discovery',
        'main/accounts',
      ],
      'main/policy': ['main/accounts', 'main/graph'],
      'main/diagnostics': ['main/link', 'main/accounts', 'main/graph'],
      'main/command-line': ['main/activity', 'main/history', 'main/graph'],
      'main/desktop': [
        'main/command-line',
        'main/diagnostics',
        'main/activity',
        'main/notices',
        'main/settings',
        'main/history',
        'main/accounts',
      ],

      // index.ts, app.ts, engine.ts and what they are made of: they put the rooms together.
      main: [],
    },
  },
  {
    ground: ['preload/kit', 'preload/contract', 'preload/words'],
    rooms: {
      'renderer/words': [],
      'renderer/ui': ['renderer/words', 'build/drawings'],
    },
  },
  {
    // A page knows nothing of another one: what two need is in ui/.
    ground: ['preload/kit', 'preload/contract', 'preload/words', 'renderer/words', 'renderer/ui'],
    rooms: {
      'renderer/welcome': ['build/drawings'],
      'renderer/accounts': [],
      'renderer/settings': [],
      'renderer/help': ['CHANGELOG.md?raw', 'LICENSE?raw'],
      'renderer/diagnostics': [],

      'renderer/activity/filter': [],
      'renderer/activity/row': ['renderer/activity/filter'],
      'renderer/activity/list': ['renderer/activity/row', 'renderer/activity/filter'],
      'renderer/activity': [],

      // The dialog of Subscriptions in which a drive is chosen.
      'renderer/follow': [],
      // The editor of rules, which drives and webhooks have.
      'renderer/rules': [],
      'renderer/subscriptions/details': ['renderer/subscriptions', 'renderer/follow', 'renderer/rules'],
      'renderer/subscriptions': ['renderer/follow'],

      'renderer/webhooks/listener': ['renderer/webhooks'],
      'renderer/webhooks/list': ['renderer/webhooks', 'renderer/webhooks/listener'],
      'renderer/webhooks/details': ['renderer/webhooks', 'renderer/webhooks/list'],
      'renderer/webhooks/deliveries': ['renderer/webhooks'],
      'renderer/webhooks/create': ['renderer/webhooks'],
      'renderer/webhooks/rules': ['renderer/webhooks', 'renderer/rules'],
      'renderer/webhooks/guide': [
        'renderer/webhooks',
        'renderer/webhooks/create',
        'renderer/webhooks/listener',
      ],
      'renderer/webhooks': [],

      'renderer/shell': [
        'renderer/activity',
        'renderer/subscriptions',
        'renderer/webhooks',
        'renderer/accounts',
        'renderer/settings',
        'renderer/help',
        'renderer/diagnostics',
      ],
      renderer: [],
    },
  },
]

/** Packages that only these folders and files know. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  // loaded when a hub is read, and not before
  '@azure/event-hubs': ['main/webhooks/event-hubs/azure-reader.ts'],
  electron: ['main/index.ts', 'main/app.ts', 'main/desktop', 'preload/index.ts'],
}
