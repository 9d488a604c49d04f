/** First letters of the first and the last name; Fluent's own would reverse under right-to-left. */
export function initials(name: string): string {
  const names = name
    .replaceAll(/\([^)]*\)/g, ' ')
    .split(/[\s\p{P}\p{C}]+/u)
    .filter((part) => /^\p{L}/u.test(part))
  const letters = [names[0], names.length > 1 ? names.at(-1) : undefined]
  return letters.map((part) => (part ? firstLetter(part) : '')).join('')
}

const firstLetter = (part: string) =>
  ([...new Intl.Segmenter().segment(part)][0]?.segment ?? '').toLocaleUpperCase()
