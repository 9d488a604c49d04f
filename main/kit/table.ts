/** What a table has under a name that somebody else wrote; what every object has, as `toString`, is no entry. */
export function entryOf<T>(table: Readonly<Record<string, T>>, name: string | null | undefined): T | null {
  return typeof name === 'string' && Object.hasOwn(table, name) ? (table[name] ?? null) : null
}
