/** How far a download has come, as @electron/get tells it. */
export interface Progress {
  readonly transferred: number
  readonly total: number | null
}

const mb = (bytes: number) => Math.round(bytes / 1e6)

/** Says how far a download has come: on a terminal in one line rewritten, elsewhere one line for each tenth. */
export function progressLines(parts: {
  readonly what: string
  readonly isTerminal: boolean
  readonly write: (text: string) => void
}): (progress: Progress) => void {
  const { what, isTerminal, write } = parts
  let said = ''
  return ({ transferred, total }) => {
    const tenth = total === null ? Math.floor(transferred / 10e6) : Math.floor((10 * transferred) / total)
    const all = total === null ? '' : ` of ${mb(total)} MB (${Math.floor((100 * transferred) / total)} %)`
    const line = `Downloading ${what}: ${mb(transferred)} MB${all}`
    const step = isTerminal ? line : String(tenth)
    if (step === said) return
    said = step
    write(isTerminal ? `\r${line}${transferred === total ? '\n' : ''}` : `${line}\n`)
  }
}
