/** How Node names that a host cannot be reached. */
const unreachable =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ECONNRESET)\b(?:[ \t]+([\w.:-]+))?/

/** The one line for a packing that found no network, out of all that electron-builder said; null: it failed otherwise. */
export function offlineSentence(said: string): string | null {
  const failure = said.split('\n').find((line) => line.includes('⨯'))
  const found = failure === undefined ? null : unreachable.exec(failure)
  if (!found) return null
  const host = found[1] ?? 'the network'
  return `Packing has to download Electron, and for installers some tools, and cannot reach ${host}. Go online, or set ELECTRON_MIRROR, or give a folder of Electron: npm run pack -- --dir -c.electronDist=FOLDER`
}
