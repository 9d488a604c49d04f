import type { Plugin } from 'vite'

const compiledStyles = /@fluentui\/.+\.styles\.js$/
const anyStyles = /@fluentui\/.+\.js$|\/renderer\/.+\.tsx?$/
const ruleOf = /["'`{}]\.([fr][0-9a-z]{5,8})(?=[{:,>~+\s[.])/g
const words = /[A-Za-z_$][\w$]*/g

/**
 * Packs what styles are made of. A token becomes the CSS variable it stands for, so that Fluent's list of all of them is
 * left out; and the hashes that name Fluent's compiled classes, which do not compress, become short names of our own.
 */
export function shortStyles(): Plugin {
  const classes = new Set<string>()
  return {
    name: 'drivebell:short-styles',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'client',
    transform: {
      filter: { id: anyStyles },
      handler(code, id) {
        if (compiledStyles.test(id)) for (const [, name] of code.matchAll(ruleOf)) if (name) classes.add(name)
        return { code: code.replaceAll(/(?<![\w$./])tokens\.(\w+)/g, '"var(--$1)"'), map: null }
      },
    },
    generateBundle(_options, bundle) {
      // Sorted, so that each build of the same code is the same.
      const short = new Map([...classes].sort().map((name, index) => [name, `_${index.toString(36)}`]))
      for (const file of Object.values(bundle))
        if (file.type === 'chunk') file.code = file.code.replaceAll(words, (word) => short.get(word) ?? word)
    },
  }
}
