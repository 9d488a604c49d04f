/** What a machine is made ready for: the tests, or the demo on a desktop that can be looked at. */
export type Need = 'demo' | 'test'

/** What tells that a package is there. */
type Sign =
  { readonly kind: 'program'; readonly name: string } | { readonly kind: 'font'; readonly family: string }

/** The questions asked of a machine; none of them changes it. */
export interface Machine {
  hasProgram(name: string): boolean
  hasFont(family: string): boolean
}

/** What to do about missing packages. */
export type Plan =
  | { readonly kind: 'ready' }
  | { readonly kind: 'install'; readonly packages: readonly string[] }
  | { readonly kind: 'tell'; readonly sentence: string }

const program = (name: string): Sign => ({ kind: 'program', name })
const font = (family: string): Sign => ({ kind: 'font', family })

const forBoth: Readonly<Record<string, Sign>> = {
  chromium: program('chromium'),
  xvfb: program('Xvfb'),
  'dbus-daemon': program('dbus-daemon'),
  'xdg-utils': program('xdg-open'),
}

/** A window on a display is closed as a person closes it. */
const forTests: Readonly<Record<string, Sign>> = { xdotool: program('xdotool') }

const forDemo: Readonly<Record<string, Sign>> = {
  openbox: program('openbox'),
  'xfce4-panel': program('xfce4-panel'),
  xfconf: program('xfconf-query'),
  dunst: program('dunst'),
  xdotool: program('xdotool'),
  imagemagick: program('import'),
  'fonts-dejavu-core': font('DejaVu Sans'),
  'fonts-inter': font('Inter'),
  'fonts-noto-color-emoji': font('Noto Color Emoji'),
}

/** The Debian packages that a machine lacks for a need. */
export function missingPackages(need: Need, machine: Machine): readonly string[] {
  const wanted = { ...forBoth, ...(need === 'demo' ? forDemo : forTests) }
  return Object.entries(wanted)
    .filter(([, sign]) => !shows(machine, sign))
    .map(([name]) => name)
}

function shows(machine: Machine, sign: Sign): boolean {
  return sign.kind === 'program' ? machine.hasProgram(sign.name) : machine.hasFont(sign.family)
}

/** Installs where that needs no question: as root, with apt-get. Elsewhere says what to type. */
export function planFor(
  need: Need,
  missing: readonly string[],
  rights: { readonly root: boolean; readonly aptGet: boolean },
): Plan {
  if (missing.length === 0) return { kind: 'ready' }
  if (rights.root && rights.aptGet) return { kind: 'install', packages: missing }
  return { kind: 'tell', sentence: missingSentence(need, missing, rights.aptGet) }
}

/** The one line for whoever has to install by hand. */
export function missingSentence(need: Need, missing: readonly string[], aptGet: boolean): string {
  const purpose = need === 'demo' ? 'The demo needs' : 'The tests need'
  if (aptGet) {
    const command = `sudo apt-get install --no-install-recommends ${missing.join(' ')}`
    return `${purpose} what is not installed here; please run: ${command}`
  }
  return `${purpose} what is not installed here; Debian calls it: ${missing.join(', ')}`
}
