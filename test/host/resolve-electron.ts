import { registerHooks } from 'node:module'

/** From now on `electron`, imported or required from anywhere, is the stand-in. */
export function resolveElectron(): void {
  const url = new URL('./index.ts', import.meta.url).href
  const names = new Set(['electron', 'electron/main', 'electron/common'])
  registerHooks({
    resolve: (specifier, context, next) =>
      names.has(specifier)
        ? { url, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  })
}
