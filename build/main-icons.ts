import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const trayIcons = path.resolve(import.meta.dirname, '../main/desktop/icons')
const appIcon = path.resolve(import.meta.dirname, 'icons/256x256.png')
/** Small enough to travel with each notice. */
const noticeIcon = path.resolve(import.meta.dirname, 'icons/64x64.png')

/** The pictures that the running app loads, by their path below out/main/icons, and where each comes from. */
export function mainIconFiles(): ReadonlyMap<string, string> {
  const pictures = readdirSync(trayIcons, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(png|ico)$/.test(file),
  )
  const tray = pictures
    .sort()
    .map((file) => [file.replaceAll('\\', '/'), path.join(trayIcons, file)] as const)
  return new Map([['app.png', appIcon], ['notice.png', noticeIcon], ...tray])
}

/** Puts the pictures beside the main bundle as they are: tray icons at `icons/<panel>/`, the app's own at `icons/app.png`. */
export function mainIcons(): Plugin {
  return {
    name: 'drivebell:main-icons',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'main',
    generateBundle() {
      for (const [name, file] of mainIconFiles()) {
        this.emitFile({ type: 'asset', fileName: `icons/${name}`, source: readFileSync(file) })
      }
    },
  }
}
