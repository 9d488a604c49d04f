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
  const value = (key: string) =>
    lines
      .find((line) => line.startsWith(`${key}=`))
      ?.slice(key.length + 1)
      .trim()
  const exec = value('Exec') ?? ''
  const rest = lines.filter((line) => !line.startsWith('Exec='))
  return {
    isOn: exec !== '' && value('Hidden') !== 'true' && value('X-GNOME-Autostart-enabled') !== 'false',
    program: programOf(exec),
    isOwn: /^("[^"]*(\\"[^"]*)*" )+--hidden$/.test(exec) && own.some((form) => sameLines(form, rest)),
  }
}

const sameLines = (a: readonly string[], b: readonly string[]) => a.join('\n') === b.join('\n')

/** The first word of a command line, without what {@link quoted} put around it. */
function programOf(exec: string): string | null {
  const text = exec.replaceAll('\\\\', '\\').replaceAll('%%', '%')
  const inQuotes = /^"((?:[^"\\]|\\.)*)"/.exec(text)?.[1]?.replace(/\\(.)/g, '$1')
  return inQuotes ?? /^[^\s"]+/.exec(text)?.[0] ?? null
}
