import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { storedSchema } from '../../main/settings/schema.ts'
import type { App } from '../e2e/app.ts'
import { Computer } from '../e2e/drivebell.ts'
import { patienceMs } from '../patience.ts'
import type { Drive } from '../simulator/drive.ts'
import { owners } from '../simulator/personas.ts'
import type { Simulator } from '../simulator/simulator.ts'

const owner = 'Grace Kimani'
const quietMs = 1_500

/** A computer where Grace has signed in once and quit; her drives are known by heart. */
export async function openSignedIn(
  options: { drives?: number; prepare?: (simulator: Simulator) => void } = {},
): Promise<Computer> {
  const { drives = 1, prepare } = options
  const computer = await Computer.open()
  prepare?.(computer.simulator)
  computer.signsInAs(owner)
  const first = await computer.start(['--hidden'])
  await computer.desktop.tray.tooltip(/not signed in/)
  await computer.desktop.tray.click('Sign in with Microsoft')
  await live(computer, 1)
  await quiet(computer)
  await quit(computer, first)
  if (drives === 1) return computer
  followMany(computer, drives)
  const again = await startLive(computer, drives)
  await quiet(computer)
  await quit(computer, again)
  return computer
}

/** Starts the app in the tray and waits until all its drives are live. */
export async function startLive(computer: Computer, drives = 1): Promise<App> {
  const app = await computer.start(['--hidden'])
  await live(computer, drives)
  return app
}

export async function quit(computer: Computer, app: App): Promise<void> {
  await computer.desktop.tray.click('Quit')
  await app.exited()
  await computer.desktop.tray.disappears()
}

/** Waits until the app has asked for nothing for a while: all is learned. */
export async function quiet({ simulator }: Computer): Promise<void> {
  for (let before = -1; before !== simulator.requests.all.length;) {
    before = simulator.requests.all.length
    await sleep(quietMs)
  }
}

/** Paths of a drive's files, oldest first. */
export function filesIn(drive: Drive): readonly string[] {
  const files = [...drive.items.values()].filter(({ kind }) => kind === 'file')
  return files.map((file) =>
    [file, ...drive.above(file)]
      .filter(({ parentId }) => parentId !== null)
      .map(({ name }) => name)
      .toReversed()
      .join('/'),
  )
}

/** A token as Microsoft would give it, for scripts that do not sign in. */
export function tokenFor({ identity }: Simulator): string {
  const persona = owners.find(({ name }) => name === owner)
  if (!persona) throw new Error(`${owner} does not live here`)
  const scopes = ['Files.Read', 'User.Read']
  const grant = { persona, clientId: 'bench', scopes, nonce: null, handlesClaims: false }
  return String(identity.tokens.issue(grant)['access_token'])
}

async function live(computer: Computer, drives: number): Promise<void> {
  const words = ['not following anything yet', '1 drive connected'][drives] ?? `${drives} drives connected`
  await computer.desktop.tray.tooltip(new RegExp(words), patienceMs)
}

/** So many drives, or none, are written where the app keeps what it follows: picking each would take its time. */
function followMany({ userData, simulator }: Computer, count: number): void {
  const file = join(userData, 'settings.json')
  const stored = storedSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const [own] = stored.subscriptions
  if (!own) throw new Error('nothing is followed')
  const more = Array.from({ length: Math.max(0, count - 1) }, (_, index) => {
    const drive = simulator.addDrive(owner, { name: `Drive ${index + 2}` })
    simulator.seedMany(40, drive)
    const target = { kind: 'own-drive' as const, driveId: drive.id }
    return { ...own, id: `${own.id}-${index + 2}`, name: `Drive ${index + 2}`, target }
  })
  writeFileSync(file, JSON.stringify({ ...stored, subscriptions: [own, ...more].slice(0, count) }))
}
