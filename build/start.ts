/** `npm start`: builds Drivebell and runs it, on Electron or on the stand-in. Switches after `--` go to the app. */
import { chooseHost, launch } from './host.ts'
import { buildApp } from './run.ts'

buildApp()
const host = chooseHost()
if (host.kind === 'stand-in') console.log(`Running on the stand-in: ${host.why}.`)
const app = launch(host, process.argv.slice(2), { env: process.env, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.kill(signal))
app.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
// npm ends its shell and not us when it is ended itself: whoever has lost the parent ends the app with it.
const parent = process.ppid
setInterval(() => process.ppid !== parent && app.kill('SIGTERM'), 500).unref()
