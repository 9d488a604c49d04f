import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { fileFor, headersFor } from './confinement.ts'

/** Must run before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built window from `folder`. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const file = fileFor(request.url, folder)
    if (!file) return new Response('not found', { status: 404 })
    try {
      return new Response(new Uint8Array(await readFile(file)), { headers: headersFor(file) })
    } catch {
      return new Response('not found', { status: 404 })
    }
  })
}
