/**
 * `npm run pictures`: makes the pictures of README.md out of those that `npm run demo -- --once` leaves in `.demo/`, small
 * enough to be kept with the sources.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Region } from 'sharp'
import { root } from './host.ts'

/** What of which picture of the demo is shown, on a desktop of 1280 by 800. */
const pictures: Readonly<Record<string, { readonly from: string; readonly part: Region }>> = {
  desktop: { from: '4-desktop', part: { left: 130, top: 0, width: 1150, height: 800 } },
  notification: { from: '3-notice-burst', part: { left: 861, top: 21, width: 397, height: 104 } },
  activity: { from: '4-activity', part: { left: 140, top: 32, width: 1000, height: 700 } },
  rules: { from: '4-rules', part: { left: 140, top: 32, width: 1000, height: 700 } },
}

const { status } = spawnSync(process.execPath, ['build/demo.ts', '--once'], { cwd: root, stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
const folder = join(root, 'docs/pictures')
mkdirSync(folder, { recursive: true })
for (const [name, { from, part }] of Object.entries(pictures))
  await sharp(join(root, '.demo', `${from}.png`))
    .extract(part)
    .webp({ quality: 80, effort: 6 })
    .toFile(join(folder, `${name}.webp`))
