/** What to start at login: a program and what it is given. */
export type CommandLine = readonly [program: string, ...args: string[]]

const before = ['[Desktop Entry]', 'Type=Application', 'Name=Drivebell']
const after = ['Terminal=false', 'X-GNOME-Autostart-enabled=true']
/** Plasma starts it once there is a panel to put an icon on. */
const afterPanel = 'X-KDE-autostart-after=panel'
/** What Drivebell writes around `Exec`: now, and in earlier versions. */
const own = [
  [...before, ...after, afterPanel],
  [...before, ...after],
]

/** The autostart entry of freedesktop's specification for a command line, started in the tray. */
export function autostartEntry(command: CommandLine): string {
  return [...before, `Exec=${command.map(quoted).join(' ')} --hidden`, ...after, afterPanel, ''].join('\n')
}

/** As the Desktop Entry specification asks: inside double quotes, with `\`, `"`, `` ` ``, `$` escaped, `%` doubled. */
function quoted(argument: string): string {
  const escaped = argument
    .replace(/[\\"`$]/g, '\\$&')
    .replace(/\\/g, '\\\\')
    .replace(/%/g, '%%')
  return `"${escaped}"`
}

/** What an entry makes the desktop do. */
export interface EntryFacts {
  /** It is started, as far as the entry decides. */
  readonly isOn: boolean
  /** What is started; null where that cannot be read. */
  readonly program: string | null
  /** Drivebell wrote it, and nobody changed it since. */
  readonly isOwn: boolean
}

/** Reads an entry; other programs of the desktop switch it off in it. */
export function entryFacts(text: string): EntryFacts {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const values = valuesIn(lines)
  const exec = values.get('Exec') ?? ''
  const rest = lines.filter((line) => !line.startsWith('Exec='))
  return {
    isOn:
      exec !== '' &&
      values.get('Hidden') !== 'true' &&
      !switchedOff.some((key) => values.get(key) === 'false'),
    program: programOf(exec),
    isOwn: /^("[^"]*(\\"[^"]*)*" )+--hidden$/.test(exec) && own.some((form) => sameLines(form, rest)),
  }
}

/** By desktops that leave the entry where it is. */
const switchedOff = ['X-GNOME-Autostart-enabled', 'X-MATE-Autostart-enabled', 'X-Cinnamon-Autostart-enabled']

/** What stands in the entry's own group; room around `=` means nothing (Desktop Entry specification). */
function valuesIn(lines: readonly string[]): ReadonlyMap<string, string> {
  const isGroup = (line: string) => line.trimStart().startsWith('[')
  const start = lines.findIndex((line) => line.replace('\ufeff', '').trim() === '[Desktop Entry]')
  const next = lines.findIndex((line, at) => at > start && isGroup(line))
  return new Map(
    lines.slice(start + 1, next < 0 ? undefined : next).flatMap((line) => {
      const at = line.indexOf('=')
      return at < 0 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const]
    }),
  )
}

const sameLines = (a: readonly string[], b: readonly string[]) => a.join('\n') === b.join('\n')

/** The first word of a command line, without what {@link quoted} put around it. */
function programOf(exec: string): string | null {
  const text = exec.replaceAll('\\\\', '\\').replaceAll('%%', '%')
  const inQuotes = /^"((?:[^"\\]|\\.)*)"/.exec(text)?.[1]?.replace(/\\(.)/g, '$1')
  return inQuotes ?? /^[^\s"]+/.exec(text)?.[0] ?? null
}
