/** `npm run pack`: builds the app, lists what it is made of, and packs it. What follows `--` goes to electron-builder. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from './host.ts'
import { offlineSentence } from './pack-failure.ts'
import { buildApp, scriptOf } from './run.ts'
import { writeSbom } from './sbom.ts'

buildApp()
writeSbom()
const args = [scriptOf('electron-builder'), '--publish', 'never', ...process.argv.slice(2)]
const builder = spawn(process.execPath, args, { cwd: root, stdio: ['inherit', 'pipe', 'pipe'] })
let said = ''
let failing = false
// Shown as it comes, but for a failure, which may have a sentence of its own.
builder.stdout.on('data', (text: Buffer) => {
  said += String(text)
  failing ||= String(text).includes('⨯')
  if (!failing) process.stdout.write(text)
})
builder.stderr.on('data', (text: Buffer) => void (said += String(text)))
const [code] = await once(builder, 'close')
if (code !== 0) console.error(offlineSentence(said) ?? said.trim())
process.exitCode = code === 0 ? 0 : 1
