/** What a machine is made ready for: the tests, the demo on a desktop of its own, or the stand-in on the person's. */
export type Need = 'demo' | 'test' | 'stand-in'

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

const forStandIn: Readonly<Record<string, Sign>> = {
  chromium: program('chromium'),
  'xdg-utils': program('xdg-open'),
}

const forTests: Readonly<Record<string, Sign>> = {
  ...forStandIn,
  xvfb: program('Xvfb'),
  'dbus-daemon': program('dbus-daemon'),
  xdotool: program('xdotool'), // closes a window on a display as a person does
}

const forDemo: Readonly<Record<string, Sign>> = {
  ...forTests,
  openbox: program('openbox'),
  'xfce4-panel': program('xfce4-panel'),
  xfconf: program('xfconf-query'),
  dunst: program('dunst'),
  imagemagick: program('import'),
  'fonts-dejavu-core': font('DejaVu Sans'),
  'fonts-inter': font('Inter'),
  'fonts-noto-color-emoji': font('Noto Color Emoji'),
  'fonts-noto-cjk': font('Noto Sans CJK JP'), // Japanese, Chinese and Korean
  'fonts-noto-ui-core': font('Noto Sans Arabic UI'),
}

const wantedFor = { demo: forDemo, test: forTests, 'stand-in': forStandIn }
const purposes = { demo: 'The demo needs', test: 'The tests need', 'stand-in': 'The stand-in needs' }

/** The Debian packages that a machine lacks for a need. */
export function missingPackages(need: Need, machine: Machine): readonly string[] {
  return Object.entries(wantedFor[need])
    .filter(([, sign]) => !shows(machine, sign))
    .map(([name]) => name)
}

function shows(machine: Machine, sign: Sign): boolean {
  return sign.kind === 'program' ? machine.hasProgram(sign.name) : machine.hasFont(sign.family)
}

/** Installs where that needs no question: as root, with apt-get, and never on the person's own desktop. Elsewhere says what to type. */
export function planFor(
  need: Need,
  missing: readonly string[],
  rights: { readonly root: boolean; readonly aptGet: boolean },
): Plan {
  if (missing.length === 0) return { kind: 'ready' }
  if (need !== 'stand-in' && rights.root && rights.aptGet) return { kind: 'install', packages: missing }
  return { kind: 'tell', sentence: missingSentence(need, missing, rights.aptGet) }
}

/** The one line for whoever has to install by hand. */
export function missingSentence(need: Need, missing: readonly string[], aptGet: boolean): string {
  const purpose = purposes[need]
  if (aptGet) {
    const command = `sudo apt-get install --no-install-recommends ${missing.join(' ')}`
    return `${purpose} what is not installed here; please run: ${command}`
  }
  return `${purpose} what is not installed here; Debian calls it: ${missing.join(', ')}`
}
