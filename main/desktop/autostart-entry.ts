/** Quoted as the Desktop Entry specification asks: inside double quotes, with `\`, `"`, `` ` ``, `$` escaped, `%` doubled. */
export function autostartEntry(program: string): string {
  const quoted = program
    .replace(/[\\"`$]/g, '\\$&')
    .replace(/\\/g, '\\\\')
    .replace(/%/g, '%%')
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Drivebell',
    `Exec="${quoted}" --hidden`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}
