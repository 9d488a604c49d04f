/** One edit that takes a safety point away, and the test that must notice. */
export interface Breakage {
  /** What is no longer so. */
  readonly what: string
  readonly file: string
  /** Found exactly once in the file. */
  readonly text: string
  readonly instead: string
  readonly test: string
  /** Part of the name of the test that fails. */
  readonly shows: string
}

/** The stand-in makes no window of such options, so no test of it begins. */
export const noWindow = 'no window opens'

type Edit = readonly [what: string, text: string, instead: string, shows: string]

const confined = 'test/e2e/confined.test.ts'
const goingOut = 'test/e2e/going-out.test.ts'
const inFile = (file: string, edits: readonly Edit[], test = confined): readonly Breakage[] =>
  edits.map(([what, text, instead, shows]) => ({ what, file, text, instead, test, shows }))

const windowOptions = 'is one window, isolated, sandboxed and without Node'
const policy = 'comes with its policy on every file'
const permissions = 'a permission is granted to our page for the clipboard alone'
const private_ = 'is its owner’s alone, whatever the system’s default'
const opening = 'an address that is no page of ours is not opened'

/** Every safety point, taken away one at a time by `npm run mutate`. */
export const breakages: readonly Breakage[] = [
  ...inFile('main/desktop/window/window.ts', [
    ['web preferences are given', '{ ...webPreferences, preload }', '{ preload }', windowOptions],
    [
      'a page navigates nowhere else',
      "  contents.on('will-navigate', stay)\n",
      '',
      'will-navigate goes nowhere else',
    ],
    [
      'nor does a frame',
      "  contents.on('will-frame-navigate', stay)\n",
      '',
      'will-frame-navigate goes nowhere else',
    ],
    ['nor by a redirect', "  contents.on('will-redirect', stay)\n", '', 'will-redirect goes nowhere else'],
    [
      'no webview',
      "  contents.on('will-attach-webview', (event) => event.preventDefault())\n",
      '',
      'no webview and no window',
    ],
    ['no new window', "{ action: 'deny' }", "{ action: 'allow' }", 'no webview and no window'],
    [
      'permissions that are asked for',
      'answer(isGranted(permission, contents.getURL())),',
      'answer(permission !== null && contents !== null),',
      `${permissions}: request`,
    ],
    [
      'permissions that are looked up',
      '=> isGranted(permission, origin))',
      '=> permission !== origin)',
      `${permissions}: check`,
    ],
    [
      'no devices',
      'session.setDevicePermissionHandler(() => false)',
      'session.setDevicePermissionHandler(() => true)',
      'no device is given',
    ],
  ]),
  ...inFile('main/desktop/window/confinement.ts', [
    ['isolated from the preload', 'contextIsolation: true', 'contextIsolation: false', noWindow],
    ['sandboxed', 'sandbox: true', 'sandbox: false', noWindow],
    ['without Node', 'nodeIntegration: false', 'nodeIntegration: true', noWindow],
    ['same-origin policy', 'webSecurity: true', 'webSecurity: false', windowOptions],
    ['webviews off', 'webviewTag: false', 'webviewTag: true', windowOptions],
    [
      'own pages are of the whole origin',
      'return `${protocol}//${host}` === windowOrigin',
      'return `${protocol}//${host}`.length > 0',
      'will-navigate goes nowhere else',
    ],
    [
      'permissions are for one purpose',
      "permission === 'clipboard-sanitized-write' && isOwnPage(url)",
      'isOwnPage(url) || permission === url',
      permissions,
    ],
    [
      'permissions are for our page',
      "permission === 'clipboard-sanitized-write' && isOwnPage(url)",
      "permission === 'clipboard-sanitized-write' || permission === url",
      permissions,
    ],
    [
      'only our window is heard',
      'return ownWindow && topFrame',
      'return (ownWindow || true) && topFrame',
      'another page is heard with no command',
    ],
    [
      'only its top frame is heard',
      'return ownWindow && topFrame',
      'return ownWindow && (topFrame || true)',
      'a frame of the page is heard with no command',
    ],
    [
      'only our origin is heard',
      ' && origin === windowOrigin',
      " && origin !== ''",
      'the page elsewhere is heard with no command',
    ],
    ['every file has the policy', "    'content-security-policy': contentSecurityPolicy,\n", '', policy],
    ['types are not guessed', "    'x-content-type-options': 'nosniff',\n", '', policy],
    ['what is not named is refused', "default-src 'none'", "default-src 'self' https:", policy],
    ['scripts are our files', "script-src 'self'", "script-src 'self' 'unsafe-inline'", policy],
    ['styles are our files', "style-src 'self' 'sha256", "style-src 'self' 'unsafe-inline' 'sha256", policy],
    ['pictures are ours', "img-src 'self' data:", 'img-src *', policy],
    ['the page reaches its own files', "connect-src 'self'", 'connect-src https: wss:', policy],
    ['no base address', '"base-uri \'none\'",\n', '', policy],
    ['no forms', '"form-action \'none\'",\n', '', policy],
    ['nobody frames it', '"frame-ancestors \'none\'",\n', '', policy],
    ['no markup from text', '"require-trusted-types-for \'script\'",\n', '', policy],
  ]),
  ...inFile('main/desktop/window/ipc.ts', [
    [
      'the sender of a command',
      'if (!trusted(event)) throw new Error(`${name}: unknown sender`)',
      'if (event === null) throw new Error(name)',
      'is heard with no command',
    ],
    [
      'the sender of "ready"',
      'if (trusted(event)) onReady()',
      'if (trusted(event) || event) onReady()',
      'is heard with no command',
    ],
    [
      'the input of a command',
      'if (!parsed.success) throw new Error(`${name}: unexpected input`)',
      'if (!parsed.success) parsed.data = input as never',
      'is no input of any command',
    ],
  ]),
  ...inFile('main/app.ts', [
    [
      'every page is confined',
      "  app.on('web-contents-created', (_event, contents) => confine(contents))\n",
      '  void confine\n',
      'goes nowhere else',
    ],
    [
      'permissions are denied',
      '  denyPermissions(session.defaultSession)\n',
      '  void denyPermissions\n',
      permissions,
    ],
  ]),
  ...inFile(
    'main/app.ts',
    [
      [
        'addresses are looked at',
        'checked: (url) => openable(url, simulator),',
        'checked: (url) => openable(url, simulator) ?? url,',
        opening,
      ],
    ],
    goingOut,
  ),
  ...inFile('main/index.ts', [
    [
      'the sandbox is on for all',
      "!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()",
      "!app.commandLine.hasSwitch('no-sandbox')) void 0",
      'a package has every page sandboxed',
    ],
  ]),
  ...inFile(
    'main/desktop/open-url.ts',
    [
      ['no name and password', 'if (!url || url.username || url.password) return null', '', opening],
      ['https alone', "  if (url.protocol !== 'https:') return null\n", '', opening],
    ],
    goingOut,
  ),

  ...inFile(
    'main/desktop/open-url.ts',
    [
      [
        'hosts we know alone',
        'return isAmong(known, url) || simulator ? url.href : null',
        'return url.href',
        'https://sharepoint.com.evil.example/x: false',
      ],
    ],
    'test/unit/desktop/open-url.test.ts',
  ),
  ...inFile(
    'main/desktop/tray/tray-icon.ts',
    [['an & of a name', "text.replaceAll('&', '&&')", 'text', 'a name with an & reads so in the tray']],
    goingOut,
  ),

  ...inFile(
    'main/webhooks/listener/listener.ts',
    [
      [
        'the listener is on loopback',
        "host: '127.0.0.1', exclusive: true",
        'exclusive: true',
        'whoever calls the listener is on this computer',
      ],
    ],
    goingOut,
  ),

  ...inFile(
    'main/accounts/tokens/network.ts',
    [
      [
        'the login host’s redirects',
        "redirect: 'error', // a body with a refresh token goes nowhere else",
        "redirect: 'follow',",
        'follows no redirect of the login host',
      ],
    ],
    goingOut,
  ),

  ...inFile(
    'main/graph/call.ts',
    [['Graph’s redirects', "redirect: 'manual'", "redirect: 'follow'", 'follows no redirect of Graph']],
    goingOut,
  ),

  ...inFile('main/history/open-database.ts', [
    [
      'history.db is private',
      "  if (file !== ':memory:') tryKeepPrivate(files, file)\n",
      "  if (file === '') tryKeepPrivate(files, file)\n",
      private_,
    ],
  ]),
  ...inFile('main/settings/settings-file.ts', [
    ['settings.json is private', 'configFileMode: 0o600', 'configFileMode: 0o644', private_],
  ]),
  ...inFile('main/kit/files.ts', [
    [
      'sign-ins are private',
      "files.openSync(part, 'wx', 0o600)",
      "files.openSync(part, 'wx', 0o644)",
      private_,
    ],
  ]),
  ...inFile('main/activity/export-file.ts', [
    ['exports are private', "open(path, 'wx', 0o600)", "open(path, 'wx', 0o644)", 'so is an export'],
  ]),
  ...inFile(
    'main/desktop/notifications/session-bus.ts',
    [
      ['who sends a signal', 'isFrom(match.sender) &&', 'sender !== undefined &&', 'presses no button'],
      [
        'who says who owns a name',
        'if (isFrom(busItself.destination) && path',
        'if (path',
        'is not taken for the bus',
      ],
    ],
    'test/desktop/session-bus.test.ts',
  ),
  ...inFile(
    'main/desktop/commands/accounts.ts',
    [
      [
        'permissions that Drivebell has a use for',
        'if (!scopes.every((scope) => askable.has(scope)))',
        'if (!scopes.every((scope) => askable.has(scope) || scope))',
        'Microsoft is not asked for',
      ],
    ],
    'test/unit/desktop/commands/accounts.test.ts',
  ),
  ...inFile(
    'main/desktop/window/confinement.ts',
    [['no trusted-types policy', '"trusted-types \'none\'",\n', '', 'makes no trusted-types policy']],
    'test/e2e/policies-and-downloads.test.ts',
  ),
  ...inFile(
    'main/desktop/window/window.ts',
    [
      [
        'no downloads',
        "    event.preventDefault()\n    log.warn('download denied')",
        "    log.warn('download denied')",
        'downloads nothing',
      ],
    ],
    'test/e2e/policies-and-downloads.test.ts',
  ),
  ...inFile(
    'main/desktop/switches.ts',
    [
      [
        'switches that open the app',
        'for (const name of droppedSwitches) commandLine.removeSwitch(name)',
        'for (const name of droppedSwitches) commandLine.hasSwitch(name)',
        'a released package does not take',
      ],
    ],
    'test/unit/desktop/switches.test.ts',
  ),
  ...inFile(
    'main/desktop/log-file.ts',
    [
      [
        'the folder of the log is private',
        '    keepFolderPrivate(files, directory)\n',
        '',
        'logs are their owner',
      ],
    ],
    'test/e2e/starting.test.ts',
  ),
]
