import type { Plugin } from 'vite'

/** Beyond Latin-1, of which V8 keeps a text with one byte a character. */
const wide = /[^\0-\xff]/g

/** Writes the main process's few wide characters (quotation marks, dashes) as escapes: V8 keeps the bundle's text in memory, and one of them would double it. */
export function oneByte(): Plugin {
  return {
    name: 'drivebell:one-byte',
    applyToEnvironment: ({ name }) => name === 'main',
    generateBundle(_options, bundle) {
      for (const each of Object.values(bundle))
        if (each.type === 'chunk') each.code = each.code.replace(wide, escaped)
    },
  }
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
