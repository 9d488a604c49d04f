import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { makeClone } from './page/clone.ts'
import { enterIsolatedWorld } from './page/isolated-world.ts'
import { enterMainWorld } from './page/main-world.ts'
import { makeWorldBridge } from './page/world-bridge.ts'

/** The preload's world, and the two names that exist in it only. */
export const isolatedWorld = { name: 'Electron Isolated Context', binding: 'tellHost', deliver: 'hearHost' }

/** The scripts that each new document runs first: in the page's world and in the preload's. */
export type DocumentScripts = { main: string; isolated: string }

/** Wraps a preload file (CommonJS, or none) for the isolated world; both scripts share one unguessable event name. */
export function documentScripts(preloadPath: string | undefined): DocumentScripts {
  const secret = randomUUID()
  const parts = `${makeClone.toString()}, ${makeWorldBridge.toString()}`
  const { binding, deliver } = isolatedWorld
  const { platform, versions } = process
  const rendererProcess = { type: 'renderer', sandboxed: true, contextIsolated: true, platform, versions }
  const config = JSON.stringify({ secret, binding, deliver, process: rendererProcess })
  const source = preloadPath === undefined ? '' : readFileSync(preloadPath, 'utf8')
  const preload = `function (require, process) {
    const module = { exports: {} }; const global = globalThis;
    (function (exports) {${source}
    }).call(module.exports, module.exports) }`
  return {
    main: `(${enterMainWorld.toString()})(${JSON.stringify(secret)}, ${parts})`,
    isolated: `(${enterIsolatedWorld.toString()})(${config}, ${parts}, ${preload})`,
  }
}
