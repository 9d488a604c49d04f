/** `npm start`: builds Drivebell and runs it, on Electron or on the stand-in. Switches after `--` go to the app. */
import { become } from './become.ts'
import { commandFor, hostOrLeave, root } from './host.ts'
import { buildApp } from './run.ts'
import { setUp } from './set-up.ts'

const host = hostOrLeave()
if (host.kind === 'stand-in') await setUp('stand-in')
else if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  console.error(
    'Electron needs a screen, and here is none: `npm run demo` makes one, and DRIVEBELL_HOST=stand-in does without.',
  )
  process.exit(1)
}
buildApp()
const { program, args } = commandFor(host)
process.chdir(root)
become(program, [...args, ...process.argv.slice(2)])
