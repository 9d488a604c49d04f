/** The systems that the stand-in can play: what of Electron depends on the system follows this, not the real one. */
export type Platform = 'linux' | 'win32' | 'darwin'

/** The system played now: told to the runner by STAND_IN_PLATFORM, and to parts by their tests. */
export const played: { platform: Platform } = { platform: 'linux' }

/** Reads a system's name; whatever is not known is Linux, the only one whose programs are here. */
export function platformNamed(name: string | undefined): Platform {
  return name === 'win32' || name === 'darwin' ? name : 'linux'
}
