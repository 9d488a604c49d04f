import type { Plugin } from 'vite'

/** Beyond ASCII: Node keeps a text that holds one of them with two bytes a character. */
const wide = /[^\0-\x7f]/g

/** Writes the few wide characters of the main bundle (quotation marks, dashes) as escapes, for its text stays in memory. */
export function oneByte(): Plugin {
  return {
    name: 'drivebell:one-byte',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'main',
    generateBundle(_options, bundle) {
      for (const each of Object.values(bundle))
        if (each.type === 'chunk') each.code = each.code.replace(wide, escaped)
    },
  }
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
