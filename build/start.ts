/** `npm start`: builds Drivebell and runs it, on Electron or on the stand-in. Switches after `--` go to the app. */
import { become } from './become.ts'
import { commandFor, hostOrLeave, root } from './host.ts'
import { buildApp } from './run.ts'

buildApp()
const { program, args } = commandFor(hostOrLeave())
process.chdir(root)
become(program, [...args, ...process.argv.slice(2)])
