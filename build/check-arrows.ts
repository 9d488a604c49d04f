/** `npm run check:arrows`: fails when a folder imports what it may not, and when files import each other in a circle. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { house, packages } from './arrows.ts'
import { circlesIn, faultsOf, filesOf, forbidden, importsOf } from './imports.ts'

const files = globSync('{main,preload,renderer}/**/*.{ts,tsx}', { exclude: (name) => name.endsWith('.d.ts') })
const imports = files.flatMap((file) =>
  importsOf({ path: file.replaceAll(path.sep, '/'), text: readFileSync(file, 'utf8') }),
)
const faults = [...forbidden(imports, house, packages), ...faultsOf(house, imports)]
const circles = circlesIn(filesOf(imports))

for (const { path: at, line, why } of faults) console.error(`${at}:${line}: ${why}`)
for (const circle of circles) console.error(`a circle of imports: ${circle.join(' > ')}`)
if (faults.length + circles.length > 0) process.exitCode = 1
