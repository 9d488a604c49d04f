import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseHost, commandFor } from '../../build/host.ts'
import type { App } from './app.ts'
import { Computer } from './drivebell.ts'

// The built app's own program on a terminal, beside the running app.

let computer: Computer
let app: App
beforeAll(async () => {
  computer = await Computer.open()
  ;({ app } = await computer.startSignedIn('Grace Kimani'))
})
afterAll(() => computer[Symbol.asyncDispose]())

/** Starts a command as a shell does. */
function started(...words: string[]) {
  const { program, args } = commandFor(chooseHost())
  const own = [...args, `--user-data-dir=${computer.userData}`, ...words]
  const env = { ...computer.desktop.env, DRIVEBELL_SIMULATOR: computer.origin }
  return spawn(program, own, { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** What a command printed, and how it ended. */
async function run(...words: string[]) {
  const child = started(...words)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, out, err }
}
const json = (out: string): Record<string, unknown>[] =>
  out.trim() === ''
    ? []
    : out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
const ada = () => computer.simulator.person('Ada Okafor')

test('status, in words and as JSON', async () => {
  expect(await run('status')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/1 drive connected/) as string,
  })
  const { out } = await run('status', '--json')
  expect(json(out)).toMatchObject([
    {
      v: 1,
      kind: 'status',
      state: 'live',
      live: 1,
      drives: [{ name: 'My files', state: 'live' }],
      accounts: [{ state: 'signed-in' }],
    },
  ])
})

test('watch prints each of a thousand changes once, in order, and ends with whoever reads it', async () => {
  const child = started('watch', '--json')
  const lines: Record<string, unknown>[] = []
  createInterface({ input: child.stdout }).on('line', (line) =>
    lines.push(JSON.parse(line) as Record<string, unknown>),
  )
  const items = () => lines.map(({ item }) => item)
  // it is not known when it listens: until it prints the first
  for (let n = 0; items().length === 0; n++) {
    ada().adds(`Plans/first ${n}.txt`)
    await computer.desktop.notifications.next(/first \d|files in Plans/)
  }
  const before = lines.length
  const names = Array.from({ length: 1_000 }, (_, n) => `sheet ${n}.dwg`)
  for (const name of names) ada().adds(`Projects/${name}`)
  await expect.poll(() => lines.length - before).toBe(names.length)
  expect(items().slice(before)).toEqual(names)
  expect(lines.at(-1)).toMatchObject({
    v: 1,
    kind: 'change',
    who: 'Ada Okafor',
    change: 'added',
    folder: 'Projects',
    told: null,
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.stdout.destroy()
  ada().adds('Projects/one more.dwg')
  expect(await ended).toBe(0)
})

test('changes are found by words and time', async () => {
  ada().adds('Plans/Wistaria.docx')
  const found = async () => json((await run('changes', '--since', '1h', '--where', 'wistaria', '--json')).out)
  const told = expect.any(Boolean) as boolean
  await expect.poll(found).toMatchObject([{ kind: 'change', item: 'Wistaria.docx', drive: 'My files', told }])
  expect((await run('changes', '--where', 'wistaria')).out).toContain('Wistaria.docx')
})

test('pause and resume', async () => {
  expect(await run('pause', '--for', '1h')).toMatchObject({ code: 0, out: '' })
  await computer.desktop.tray.tooltip(/paused/i)
  expect(await run('resume')).toMatchObject({ code: 0, out: '' })
  await computer.desktop.tray.tooltip(/1 drive connected/)
})

test('open shows the window', async () => {
  await (await app.window()).close()
  await app.windowless()
  expect((await run('open')).code).toBe(0)
  await app.window()
})

test('what cannot be done or understood says so on the side, with a number', async () => {
  expect(await run('follow', 'no link at all')).toMatchObject({ code: 1, out: '' })
  expect(await run('changes', '--since', 'yesterday')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('yesterday') as string,
  })
  expect(await run('--help')).toMatchObject({
    code: 0,
    out: expect.stringContaining('Usage: drivebell') as string,
  })
})
