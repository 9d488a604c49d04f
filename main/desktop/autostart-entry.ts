/** What to start at login: a program and what it is given. */
export type CommandLine = readonly [program: string, ...args: string[]]

/** The autostart entry of freedesktop's specification for a command line, started in the tray. */
export function autostartEntry(command: CommandLine): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Drivebell',
    `Exec=${command.map(quoted).join(' ')} --hidden`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** As the Desktop Entry specification asks: inside double quotes, with `\`, `"`, `` ` ``, `$` escaped, `%` doubled. */
function quoted(argument: string): string {
  const escaped = argument
    .replace(/[\\"`$]/g, '\\$&')
    .replace(/\\/g, '\\\\')
    .replace(/%/g, '%%')
  return `"${escaped}"`
}
