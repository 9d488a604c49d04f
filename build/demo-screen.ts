import { readFileSync, watch } from 'node:fs'
import { dirname } from 'node:path'
import type { Asked } from '../main/desktop/probe.ts'

/** Where the demo is shown: on the person's own screen, on a virtual desktop, or nowhere and why. */
type Screen =
  { readonly kind: 'own' } | { readonly kind: 'virtual' } | { readonly kind: 'none'; readonly why: string }

/** Chooses it: a virtual desktop is made of X11 and D-Bus, which Windows and macOS do not have. */
export function screenFor(facts: {
  readonly once: boolean
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
}): Screen {
  const { once, platform, env } = facts
  if (platform === 'linux') {
    const isShown = Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
    return { kind: isShown && !once ? 'own' : 'virtual' }
  }
  if (!once) return { kind: 'own' }
  return {
    kind: 'none',
    why: '`--once` plays the story on a virtual desktop, which needs Linux; without it the demo opens on this screen.',
  }
}

/** Hears each notification that the app wrote into its record (DRIVEBELL_PROBE). */
export function followRecord(file: string, heard: (title: string, body: string) => void): Disposable {
  let read = 0
  const look = () => {
    const lines = linesOf(file)
    for (const line of lines.slice(read)) {
      const asked: Asked = JSON.parse(line)
      if (asked.kind === 'notice') heard(asked.title, asked.body)
    }
    read = lines.length
  }
  const watching = watch(dirname(file), look)
  return { [Symbol.dispose]: () => watching.close() }
}

/** The whole lines so far; the last may still be being written. */
function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(0, -1)
  } catch {
    return [] // the app has asked for nothing yet
  }
}
