import { signedOut } from './accounts/sign-in/sign-in-words.ts'
import * as fs from 'node:fs'
import { release } from 'node:os'
import { dirname, join } from 'node:path'
import {
  app,
  clipboard,
  globalShortcut,
  nativeImage,
  net,
  Notification,
  powerMonitor,
  safeStorage,
  session,
  shell,
} from 'electron'
import { calledText } from '../preload/contract/called.ts'
import type { Destination, Platform } from '../preload/contract/state.ts'
import { Accounts } from './accounts/accounts.ts'
import { type CloudName, clouds, simulated } from './accounts/clouds.ts'
import { TokenCache } from './accounts/tokens/token-cache.ts'
import { appState, around, type Sources } from './desktop/window/app-state.ts'
import { serveApp } from './desktop/window/app-protocol.ts'
import { separatorOf } from './activity/export-file.ts'
import { exportRow } from './activity/export.ts'
import { latestChange } from './activity/history-rows.ts'
import { answerWith } from './command-line/answer-command.ts'
import { openCommandLine } from './command-line/server.ts'
import { applicationId, clientIdState, knownId } from './accounts/client-id-state.ts'
import { handlers } from './desktop/commands/commands.ts'
import { Asked } from './diagnostics/asked.ts'
import { hostFacts } from './diagnostics/host-facts.ts'
import { openDiagnostics } from './desktop/open-diagnostics.ts'
import { outsideOpener } from './desktop/open-outside.ts'
import { changeOpener } from './desktop/open-change.ts'
import { openable, opener } from './desktop/open-url.ts'
import { SpokenLanguage } from './desktop/language.ts'
import { Alerts } from './desktop/alerts.ts'
import { takeActivationToken, withActivationToken } from './desktop/notifications/activation-token.ts'
import type { Activations } from './desktop/notifications/activations.ts'
import { noticePicture } from './desktop/notifications/notice-picture.ts'
import { openNotifier } from './desktop/notifications/notifier.ts'
import { closeOnQuit, onNetworkChange, onWake } from './desktop/lifecycle.ts'
import { DesktopUi } from './desktop/desktop-ui.ts'
import { LaunchAtLogin, loginItem } from './desktop/launch-at-login.ts'
import { runNoticeAction } from './desktop/notifications/notice-actions.ts'
import { mutedSayer } from './desktop/notifications/say-muted.ts'
import { DiscreetNotifier } from './desktop/notifications/discreet-notifier.ts'
import { OpenShortcut } from './desktop/open-shortcut.ts'
import { launcherTasks } from './desktop/launcher-tasks.ts'
import { ScreenLock } from './desktop/screen-lock.ts'
import { UnreadBadge } from './desktop/unread-badge.ts'
import { ProxyLogin } from './desktop/proxy-login.ts'
import { askingProxies, isOfProxy, requestThroughProxy } from './desktop/proxy-request.ts'
import { ProbedNotifier, probeTo } from './desktop/probe.ts'
import { isReleased } from './desktop/released.ts'
import { chooseFile } from './desktop/save-dialog.ts'
import { keepTheme } from './desktop/theme-source.ts'
import { openSessionBus, openSystemBus } from './desktop/notifications/session-bus.ts'
import { TrayAlert } from './desktop/tray/tray-alert.ts'
import { TrayHosts } from './desktop/tray/tray-hosts.ts'
import { trayView } from './desktop/tray/tray-view.ts'
import { tellNotices, alertAboutFiles } from './desktop/alert-sources.ts'
import { keyring } from './desktop/vault.ts'
import { showApplicationMenu } from './desktop/window/application-menu.ts'
import { AppWindow, confine, denyDownloads, denyPermissions } from './desktop/window/window.ts'
import { Engine } from './engine.ts'
import { Outgoing } from './graph/outgoing.ts'
import { openDatabase, removeAsides } from './history/open-database.ts'
import { ShownNotices } from './history/shown-notices.ts'
import { Retention } from './history/retention.ts'
import { othersMayChange } from './kit/files.ts'
import { systemClock as clock } from './kit/clock.ts'
import { Listeners } from './kit/listeners.ts'
import { Lifetime } from './kit/lifetime.ts'
import type { Log } from './kit/log.ts'
import { connectWith } from './link/socket-io.ts'
import { reasonOf, transportOn } from './link/transport.ts'
import { needsYou } from './notices/notice.ts'
import { actsAgain } from './notices/recent-notices.ts'
import { findPolicy } from './policy/find.ts'
import { allowsAddress, allowsKind, withTenant } from './policy/policy.ts'
import { Settings } from './settings/settings.ts'
import { reachability } from './webhooks/model/reachability.ts'

interface Start {
  /** The origin that plays Microsoft, if any. */
  readonly simulator: string | null
  readonly platform: Platform
  readonly activations: Activations
  readonly log: Log
}

/** The whole app, put together; closed in reverse. */
export async function startApp({ simulator, platform, activations, log }: Start): Promise<void> {
  const directory = app.getPath('userData')
  const icons = join(import.meta.dirname, 'icons')
  const random = Math.random // chance enters here, time with the clock, and nowhere else
  const version = app.getVersion()
  const cloud = (name: CloudName) => simulated(clouds[name], simulator)
  // what Microsoft says leaves no copy in Chromium's cache, and no cookie
  const ask = (url: string, init: RequestInit) =>
    net.fetch(url, { ...init, cache: 'no-store', credentials: 'omit' })
  const proxyMet = new Listeners<void>()
  const asked = new Asked(clock)
  const outgoing = new Outgoing(asked.counting(askingProxies(ask, proxyMet)), clock)
  const { fetch } = outgoing
  const probe = probeTo((!isReleased(app) && process.env['DRIVEBELL_PROBE']) || null)
  const life = new Lifetime((error) => log.error('closing failed', { why: String(error) }))
  closeOnQuit(life)
  const openAnywhere = outsideOpener({
    platform,
    openExternal: (url) => shell.openExternal(url),
    takeToken: takeActivationToken,
  })
  const openOutside = (url: string) => {
    probe({ kind: 'open', url })
    return openAnywhere(url)
  }

  // What rests on disk
  const policy = await findPolicy({ platform, environment: process.env, files: fs, log })
  const settings = new Settings({ directory, clock, log, locked: policy.policy.locked })
  if (settings.found.kind === 'missing' && Object.keys(policy.policy.defaults).length > 0)
    settings.update({ settings: { ...settings.value.settings, ...policy.policy.defaults } })
  const language = await SpokenLanguage.open(settings.value.settings.language, {
    log,
    preferred: app.getPreferredSystemLanguages(),
    isPackaged: app.isPackaged,
    asked: process.env['DRIVEBELL_LOCALE'],
  })
  const words = () => language.words
  life.use(settings.onChange(() => void language.choose(settings.value.settings.language)))
  life.use(showApplicationMenu(platform, language))
  const historyFile = join(directory, 'history.db')
  const { database, setAside } = openDatabase(historyFile, { clock, log })
  life.use(database)
  const { found } = settings
  // of settings that were not whole, only a yes is believed
  const isWhole = found.kind === 'whole' || found.kind === 'missing'
  const unsealedByChoice = () => settings.value.keepSignInsUnsealed || (isWhole ? false : null)
  const cache = life.use(
    new TokenCache({ directory, sealer: keyring(safeStorage, platform), unsealedByChoice, clock, log }),
  )

  // Who is signed in
  const clientId = () => {
    const state = clientIdState(simulator, settings.value.clientId, process.env, policy.policy.clientId)
    return state.kind === 'known' ? { ...state, id: withTenant(state.id, policy.policy) } : state
  }
  const accounts = life.use(
    new Accounts({
      clientId: () => knownId(clientId()),
      cloud,
      cache,
      remembered: settings.accounts,
      fetch,
      openUrl: openOutside,
      words,
      clock,
      log,
    }),
  )
  await accounts.start()
  // the readable file itself says that it was wanted
  const { keepSignInsUnsealed } = settings.value
  if (cache.state.kind === 'unsealed-by-choice' && !keepSignInsUnsealed)
    settings.update({ keepSignInsUnsealed: true })

  // What is followed and told
  const bus = await openSessionBus({ platform, log, clock, random })
  if (bus) life.use(bus)
  const icon = join(icons, 'app.png')
  const notices = await openNotifier({
    platform,
    bus,
    Notification,
    activations,
    picture: noticePicture(nativeImage.createFromPath(join(icons, 'notice.png'))),
    words,
    kept: new ShownNotices(database),
    actsAgain: (id) => actsAgain(engine.history, id),
    log,
  })
  const system = () => openSystemBus({ platform, log, clock, random })
  const screenLock = life.use(new ScreenLock({ platform, system, powerMonitor }))
  const notifier = life.use(
    new DiscreetNotifier(new ProbedNotifier(notices.notifier, probe), {
      settings: () => settings.value.settings,
      isLocked: () => screenLock.isLocked(),
      words,
    }),
  )
  const transport = transportOn((url, options) => {
    const socket = new net.WebSocket(url, options)
    socket.addEventListener('close', (event) => isOfProxy(reasonOf(event)) && proxyMet.emit())
    return socket
  })
  const connect = connectWith({ transport, log })
  const hasNetwork = () => simulator !== null || net.isOnline()
  const alerts = new Alerts()
  const engine = life.use(
    new Engine({
      accounts: accounts,
      settings,
      database,
      notifier,
      words,
      took: (taken) => tellNotices(alerts, taken),
      cloud,
      clientId: () => applicationId(clientId()),
      sealed: cache,
      reachability,
      hubReader: async () => {
        const { azureReader } = await import('./webhooks/event-hubs/azure-reader.ts')
        return azureReader(proxyBefore)
      },
      outgoing,
      connect,
      isProxied: async (origin) => (await session.defaultSession.resolveProxy(origin)) !== 'DIRECT',
      hasNetwork,
      clock,
      random,
      log,
      version,
      allowed: (target, webUrl) => allowsKind(policy.policy, target) && allowsAddress(policy.policy, webUrl),
    }),
  )
  const { history, subscriptions, mutes, picker, webhooks } = engine

  // What a person sees
  serveApp(session.defaultSession, join(import.meta.dirname, '../renderer'))
  denyPermissions(session.defaultSession)
  denyDownloads(session.defaultSession, log)
  app.on('web-contents-created', (_event, contents) => confine(contents))
  life.use(keepTheme(platform, () => settings.value.settings.theme, settings))
  const window = life.use(
    new AppWindow({
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      icon,
      words,
      clock,
      place: { read: () => settings.value.window, write: (place) => settings.update({ window: place }) },
    }),
  )
  const sharedFolder = othersMayChange(fs, directory) ? directory : null
  life.use(alertAboutFiles({ alerts, settings, cache, database, historySetAside: setAside, sharedFolder }))
  const open = opener({
    checked: (url) => openable(url, simulator),
    opens: () => settings.value.settings.opens,
    hasProgram: (url) => app.getApplicationNameForProtocol(`${url.slice(0, url.indexOf(':'))}://`) !== '',
    openOutside,
    failed: (why) => log.warn('not opened', { why }),
  })
  if (simulator !== null && process.env['DRIVEBELL_DEMO'] === '1')
    alerts.tell('demo', { key: 'alert.demo' }, { tone: 'info' })
  const rules = () => engine.rules()
  const proxy = new ProxyLogin({
    request: requestThroughProxy((url) => net.request(url), `${simulator ?? clouds.global.loginOrigin}/`),
    sealed: cache,
    ask: () => window.open(),
    through: () => engine.wake('network'),
    log,
  })
  life.use(proxyMet.add(() => proxy.met()))
  const atLogin = loginItem(platform)
  const launchAtLogin = new LaunchAtLogin(atLogin, log)
  app.on('browser-window-focus', () => launchAtLogin.look())
  const host = hostFacts({
    platform,
    versions: process.versions,
    release: release(),
    environment: process.env,
    osRelease: platform === 'linux' ? osRelease() : '',
  })
  const sources: Sources = {
    version,
    host,
    platform,
    clientId,
    accounts,
    cache,
    subscriptions,
    history,
    mutes,
    rules,
    settings,
    policy,
    launchAtLogin,
    proxy,
    alerts,
    webhooks,
    words,
    languages: language.offered,
  }
  const copy = (text: string) =>
    clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  const trayHosts = life.use(TrayHosts.open({ platform, bus, environment: process.env }))
  const state = () => appState(sources, 0)
  const diagnostician = openDiagnostics({
    life,
    state,
    history,
    database,
    alerts,
    engine,
    connections: () => subscriptions.connections,
    bus,
    trayHosts,
    fetch: outgoing.plain,
    asked,
    cloud,
    hasNetwork,
    clock,
  })
  const commands = handlers({
    ...sources,
    diagnostician,
    shipped: shippedAround(join(import.meta.dirname, '..')),
    picker,
    notifier,
    clock,
    open,
    copy,
    chooseFile: (name, as) => chooseFile(name, as, words()),
    separator: () => separatorOf(app.getSystemLocale()),
    removeOldHistories: () => removeAsides(historyFile, log),
  })
  const showPage = (to: Destination) => window.open(to)
  const shortcut = life.use(
    new OpenShortcut(
      () => globalShortcut,
      () => window.open(),
    ),
  )
  const turnShortcut = () => {
    if (shortcut.turn(settings.value.settings.openByKeys)) alerts.take('keys')
    else alerts.tell('keys', { key: 'alert.keys-taken' })
  }
  turnShortcut()
  life.use(settings.onChange(turnShortcut))
  const badge = new UnreadBadge({ platform, setBadgeCount: (count) => app.setBadgeCount(count) })
  const countUnread = () => badge.show(history.unseen())
  countUnread()
  life.use(history.onChange(countUnread))
  if (platform === 'win32') app.setUserTasks(launcherTasks(words()))
  const openChange = changeOpener({ commands, open, showPage, alerts })
  const shown = { window, platform, trayHosts, icons, probe }
  life.use(new DesktopUi({ sources, commands, openChange, language, ...shown, clock, log }))
  const driveName = (id: string) => calledText(subscriptions.find(id)?.name ?? '', words())
  const acts = {
    commands,
    openChange,
    sayMuted: mutedSayer({ mutes, driveName, notifier, clock, words }),
    markRowSeen: (row: string) => history.markRowSeen(row),
    markDigestSeen: (id: string) => history.markDigestSeen(id),
    showPage,
    accountOf: (id: string) => accounts.list().find((account) => account.id === id) ?? null,
  }
  life.use(
    notifier.onPress(({ act, token }) => void withActivationToken(token, () => runNoticeAction(act, acts))),
  )
  const isSignedIn = () => accounts.list().length > 0
  life.use(onceTrue(isSignedIn, accounts, () => void notices.begin()))
  life.use(
    accounts.onNeed(({ accountId, ...why }) => {
      const account = accounts.list().find(({ id }) => id === accountId)
      if (account && settings.value.settings.showNotices)
        void notifier.show(needsYou(account, signedOut(why, subscriptions.countOf(accountId)), words()))
    }),
  )
  life.use(onWake((why) => engine.wake(why === 'resume' ? 'slept' : 'network')))
  life.use(onNetworkChange(clock, () => engine.wake('network')))
  app.on('second-instance', (_event, command) => {
    if (!command.includes('--hidden')) window.open()
  })
  app.on('activate', () => window.open())

  const commandLine = await openCommandLine({
    profile: directory,
    platform,
    answer: answerWith({
      history,
      rowOf: (change) => exportRow(change, around(sources)(change)),
      wordsOf: (change) => {
        const { at, sentence } = latestChange(change, words())
        return words().phrase('tray.change', { time: words().moment(at, clock.now()), sentence })
      },
      state,
      stateInWords: () => trayView(state(), { words: words(), now: clock.now() }).tooltip,
      commands,
      openWindow: () => window.open(),
    }),
    clock,
    log,
  })
  if (commandLine) life.use(commandLine)

  engine.start()
  // settings that are new or not whole are no reason to forget a drive
  const followed = settings.value.subscriptions.map(({ id }) => id)
  void history.forgetOthers(found.kind === 'whole' ? followed : null)
  // A choice that could not be read is not replaced by another one: nothing is forgotten until somebody chooses.
  if (found.kind === 'missing' && history.newest() !== null)
    settings.update({ settings: { ...settings.value.settings, keepFor: null } })
  const isDefault = found.kind === 'newer' || found.kind === 'unreadable'
  const untouched = settings.value.settings
  const keepFor = () =>
    isDefault && settings.value.settings === untouched ? null : settings.value.settings.keepFor
  const retention = new Retention({
    history,
    keepFor,
    onChange: (heard) => settings.onChange(heard),
    confirmed: () => engine.checkedClock.confirmed,
    clock,
  })
  life.use(retention).start()
  const isHidden = app.commandLine.hasSwitch('hidden') || atLogin.startedThis()
  if ((accounts.list().length === 0 || alerts.list().length > 0) && !isHidden) window.open()
  const missing = () => !isHidden && window.open()
  const trayAlert = life.use(new TrayAlert({ hosts: trayHosts, alerts, clock, log, missing }))
  app.on('second-instance', () => void trayAlert.ask())
}

/** Does something the first time that it is so: now, or at a later change. */
function onceTrue(
  isSo: () => boolean,
  changing: { onChange(listener: () => void): Disposable },
  act: () => void,
): Disposable {
  let isDone = false
  const look = () => {
    if (isDone || !isSo()) return
    isDone = true
    act()
  }
  const hearing = changing.onChange(look)
  look()
  return hearing
}

/** Where licenses lie beside the app and beside its host, in a package and in a checkout. */
function shippedAround(built: string) {
  const program = dirname(process.execPath)
  const places = [program, join(program, '..'), join(program, '../..')]
  const checkout = join(built, '../node_modules/electron')
  return {
    built,
    electronLicenses: [
      ...places.map((folder) => join(folder, 'LICENSE.electron.txt')),
      join(checkout, 'LICENSE'),
    ],
    chromiumLicenses: [...places, join(checkout, 'dist')].map((folder) =>
      join(folder, 'LICENSES.chromium.html'),
    ),
    log: join(app.getPath('logs'), 'drivebell.log'),
  }
}

/** How Linux calls itself; empty where it does not say. */
function osRelease(): string {
  try {
    return fs.readFileSync('/etc/os-release', 'utf8')
  } catch {
    return ''
  }
}

/** The first proxy that the system names for an address. */
async function proxyBefore(url: string): Promise<string | null> {
  const named = await session.defaultSession.resolveProxy(url)
  return /^(?:PROXY|HTTPS) ([^;\s]+)/.exec(named)?.[1] ?? null
}
