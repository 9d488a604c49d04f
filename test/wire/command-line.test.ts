import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { execFile } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ask, type Outcome } from '../../main/command-line/client.ts'
import { type Asked, type Said, onLines, proofOf, sayLine } from '../../main/command-line/conversation.ts'
import { isOurs, makeKey, placeOf, readKey } from '../../main/command-line/place.ts'
import { runCommand } from '../../main/command-line/run.ts'
import { type Answer, CommandLine } from '../../main/command-line/server.ts'
import { systemClock as clock } from '../../main/kit/clock.ts'
import { english } from '../words.ts'
import { quiet } from './quiet.ts'

// The command line and the running app over a real socket: who is let in, what is said, and to a slow reader.

const run = promisify(execFile)

let folder: string
let profile: string
const place = () =>
  placeOf(profile, { platform: 'linux', env: { XDG_RUNTIME_DIR: folder }, temporary: '/nowhere' })
const status: Asked = { kind: 'status' }
const said = (line: object): Said => ({ kind: 'said', line: line as Said['line'], words: 'words' })
const replying: Answer = async (asked, { say }) => (say(said(asked)), null)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drivebell-cli-'))
  profile = join(folder, 'profile')
  mkdirSync(profile)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (answer: Answer = replying) =>
  CommandLine.open({ place: place(), key: makeKey(profile), answer, clock, log: quiet })

async function asking(asked: Asked = status, key = readKey(profile) ?? ''): Promise<[Outcome, object[]]> {
  const lines: object[] = []
  const hear = (line: object) => (lines.push(line), null)
  return [await ask({ place: place(), key, asked, hear }), lines]
}

describe('who is let in', () => {
  test('a command that knows the key; socket, folder and key are their owner’s alone', async () => {
    await using _line = await open()
    expect(await asking()).toEqual([{ kind: 'done' }, [status]])
    const { folder: own, address } = place()
    expect(statSync(own ?? '').mode & 0o777).toBe(0o700)
    expect(statSync(join(profile, 'command-line.key')).mode & 0o777).toBe(0o600)
    expect(statSync(address).isSocket()).toBe(true)
    expect(address.length).toBeLessThan(100)
  })

  test('not who knows another key, nor who says nothing of it', async () => {
    let answers = 0
    await using _line = await open(async () => (answers++, null))
    expect(await asking(status, 'f'.repeat(64))).toEqual([{ kind: 'stranger' }, []])
    for (const line of ['{"kind":"status"}\n', '{"proof":""}\n', 'x\n', '{'.repeat(70_000)]) {
      const socket = connect(place().address)
      socket.write(line)
      await new Promise((closed) =>
        socket
          .on('error', () => undefined)
          .on('close', closed)
          .resume(),
      )
    }
    expect(answers).toBe(0)
  })

  test('a proof is good for one challenge, and of one side', async () => {
    await using _line = await open()
    const key = readKey(profile) ?? ''
    const socket = connect(place().address)
    const heard: unknown[] = []
    onLines(socket, (line) => {
      heard.push(line)
      const challenge = String(Reflect.get(Object(line), 'challenge'))
      sayLine(socket, { proof: proofOf(key, 'app', challenge), challenge: 'x' })
    })
    await new Promise((closed) => socket.on('close', closed))
    expect(heard).toHaveLength(1)
  })

  test('nothing is said to somebody who sits there instead of the app', async () => {
    makeKey(profile)
    mkdirSync(place().folder ?? '', { mode: 0o700 })
    const heard: string[] = []
    const impostor = createServer((socket) => {
      socket.on('error', () => undefined)
      sayLine(socket, { challenge: 'c' })
      socket.on('data', (text) => (heard.push(String(text)), sayLine(socket, { proof: 'made up' })))
    })
    await new Promise<void>((resolve) => void impostor.listen(place().address, resolve))
    expect(await asking({ kind: 'follow', link: 'https://a.secret.link', account: null })).toEqual([
      { kind: 'stranger' },
      [],
    ])
    expect(heard.join('')).not.toContain('secret')
    await new Promise((resolve) => impostor.close(resolve))
  })

  test('not another person on the same computer, who gets neither to the socket nor to the key', async () => {
    let answers = 0
    await using _line = await open(async () => (answers++, null))
    // what is around it is open to all: it is closed by itself
    for (const around of [folder, profile]) chmodSync(around, 0o755)
    const tries = `
      const { connect } = require('node:net')
      const { readFileSync, readdirSync } = require('node:fs')
      const [folder, address, key] = process.argv.slice(1)
      const said = []
      const tried = (what, act) => { try { act(); said.push(what + ' let in') } catch ({ code }) { said.push(what + ' ' + code) } }
      tried('folder', () => readdirSync(folder))
      tried('key', () => readFileSync(key))
      connect(address)
        .on('connect', () => (said.push('socket let in'), end()))
        .on('error', ({ code }) => (said.push('socket ' + code), end()))
      const end = () => (console.log(said.join()), process.exit())
    `
    const { folder: own, address } = place()
    const args = ['-e', tries, own ?? '', address, join(profile, 'command-line.key')]
    const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups', '--', process.execPath]
    const closed = 'folder EACCES,key EACCES,socket EACCES\n'
    // only root can be somebody else
    const asOther = process.getuid?.() === 0 ? await run('setpriv', [...nobody, ...args]) : { stdout: closed }
    expect(asOther.stdout).toBe(closed)
    expect((await run(process.execPath, args)).stdout).toBe('folder let in,key let in,socket let in\n')
    expect(answers).toBe(0)
  })

  test('a folder that others may open is not used, by neither', async () => {
    const { folder: shared } = place()
    mkdirSync(shared ?? '')
    chmodSync(shared ?? '', 0o755)
    expect(isOurs(shared ?? '')).toBe(false)
    await expect(open()).rejects.toThrow('ours alone')
    makeKey(profile)
    expect(await asking()).toEqual([{ kind: 'nobody' }, []])
  })

  test('a socket that a crash left, and a key that is none, are made anew', async () => {
    writeFileSync(join(profile, 'command-line.key'), 'half')
    mkdirSync(place().folder ?? '', { mode: 0o700 })
    writeFileSync(place().address, '')
    await using _line = await open()
    expect(await asking()).toEqual([{ kind: 'done' }, [status]])
    expect(readdirSync(profile)).toEqual(['command-line.key'])
  })

  test.skipIf(process.getuid?.() !== 0)('another user of the computer is not', async () => {
    await using _line = await open()
    const { execFile } = await import('node:child_process')
    const code = `require('net').connect(${JSON.stringify(place().address)}).on('error', (e) => console.log(e.code)).on('connect', () => console.log('let in'))`
    const as = ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, '-e', code]
    const seen = await new Promise((resolve) => execFile('setpriv', as, (_error, out) => resolve(out.trim())))
    expect(seen).toBe('EACCES')
  })
})

test('what was refused says why', async () => {
  await using _line = await open(async () => ({ key: 'cli.refused.which-account' }))
  expect(await asking()).toEqual([{ kind: 'refused', why: { key: 'cli.refused.which-account' } }, []])
})

test('of many lines none is lost, and a reader that pauses is waited for', async () => {
  const many = 5_000
  await using _line = await open(async (_asked, { tell }) => {
    for (let n = 0; n < many; n++) if (!(await tell(said({ n, text: 'x'.repeat(400) })))) break
    return null
  })
  const lines: object[] = []
  const hear = (line: object) => {
    lines.push(line)
    return lines.length % 500 === 0 ? new Promise<void>((resolve) => setImmediate(resolve)) : null
  }
  expect(await ask({ place: place(), key: readKey(profile) ?? '', asked: { kind: 'watch' }, hear })).toEqual({
    kind: 'done',
  })
  expect(lines.map((line) => Reflect.get(line, 'n'))).toEqual(Array.from({ length: many }, (_, n) => n))
})

test('who reads too slowly is told how many changes it missed', async () => {
  const many = 20_000
  const isAll = Promise.withResolvers<null>()
  await using _line = await open(async (_asked, { say }) => {
    for (let n = 0; n < many; n++) say(said({ n, text: 'x'.repeat(400) }))
    return await isAll.promise
  })
  const lines: object[] = []
  const reading = Promise.withResolvers<void>()
  const hear = (line: object) => {
    lines.push(line)
    if ('count' in line) isAll.resolve(null)
    return lines.length === 1 ? reading.promise : null
  }
  const asked = ask({ place: place(), key: readKey(profile) ?? '', asked: { kind: 'watch' }, hear })
  await expect.poll(() => lines.length).toBeGreaterThan(0)
  reading.resolve()
  expect(await asked).toEqual({ kind: 'done' })
  const missed = lines.reduce((sum, line) => sum + Number(Reflect.get(line, 'count') ?? 0), 0)
  const told = lines.filter((line) => 'n' in line)
  expect(missed).toBeGreaterThan(0)
  expect(told.length + missed).toBe(many)
})

describe('a whole command', () => {
  const run = async (json: boolean, startApp: () => void) => {
    const [out, err]: [string[], string[]] = [[], []]
    const code = await runCommand(
      { kind: 'ask', asked: status, json },
      {
        place: place(),
        key: () => readKey(profile),
        startApp,
        words: english,
        out: (line) => (out.push(line), null),
        err: (line) => err.push(line),
        clock,
      },
    )
    return { code, out, err }
  }

  test('starts the app where it does not run, and waits for it', async () => {
    const opened = new AsyncDisposableStack()
    const ran = await run(true, () => void open().then((line) => opened.use(line)))
    await opened.disposeAsync()
    expect(ran).toEqual({ code: 0, out: [JSON.stringify(status)], err: [] })
  })

  test('prints words, or JSON alone', async () => {
    await using _line = await open()
    expect(await run(false, () => undefined)).toEqual({ code: 0, out: ['words'], err: [] })
  })

  test('says on the side why not, with a number for the shell', async () => {
    await using _line = await open(async () => ({ key: 'cli.refused.which-account' }))
    expect(await run(true, () => undefined)).toEqual({
      code: 1,
      out: [],
      err: ['You have several accounts. Say which one with --account.'],
    })
  })

  test('the help names every command', async () => {
    const out: string[] = []
    const deps = {
      place: place(),
      key: () => null,
      startApp: () => undefined,
      words: english,
      err: () => undefined,
      clock,
    }
    expect(await runCommand({ kind: 'help' }, { ...deps, out: (line) => (out.push(line), null) })).toBe(0)
    for (const name of ['watch', 'changes', 'status', 'open', 'pause', 'resume', 'follow'])
      expect(out[0]).toContain(`  ${name} `)
  })
})
