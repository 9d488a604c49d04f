/** What of Chromium's command line a released package looks at. */
export interface CommandLine {
  hasSwitch(name: string): boolean
  removeSwitch(name: string): void
}

/**
 * Dropped: they open the window's pages and what goes over the network to others. Electron reads them only after the entry
 * module has run (electron_browser_main_parts.cc: PostEarlyInitialization runs it, also as ESM, to its end;
 * PreMainMessageLoopRun opens the debugging port, and the network begins later).
 */
export const droppedSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-io-pipes',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'load-extension',
  'proxy-server',
  'proxy-pac-url',
  'proxy-bypass-list',
  'host-rules',
  'host-resolver-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'allow-insecure-localhost',
  'unsafely-treat-insecure-origin-as-secure',
  'auth-server-whitelist',
  'auth-server-allowlist',
  'auth-negotiate-delegate-whitelist',
  'auth-negotiate-delegate-allowlist',
  'ssl-key-log-file',
  'log-net-log',
  'net-log-capture-mode',
  'disable-web-security',
  'allow-running-insecure-content',
  'disable-site-isolation-trials',
  'enable-blink-features',
  'renderer-cmd-prefix',
  'gpu-launcher',
  'utility-cmd-prefix',
  'browser-subprocess-path',
] as const

/** Refused: read before any code of ours runs, so that dropping them comes too late. */
export const refusedSwitches = [
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-namespace-sandbox',
  'single-process',
  'js-flags',
] as const

/** Drops what a released package does not take; the switches for which it does not start. */
export function dropSwitches(commandLine: CommandLine, env: NodeJS.ProcessEnv): readonly string[] {
  for (const name of droppedSwitches) commandLine.removeSwitch(name)
  delete env['SSLKEYLOGFILE'] // the same as --ssl-key-log-file
  return refusedSwitches.filter((name) => commandLine.hasSwitch(name)).map((name) => `--${name}`)
}
