import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  takeActivationToken,
  withActivationToken,
} from '../../../main/desktop/notifications/activation-token.ts'
import { outsideOpener } from '../../../main/desktop/open-outside.ts'

let folder: string
const asked: string[] = []
beforeEach(() => {
  asked.splice(0)
  folder = mkdtempSync(path.join(tmpdir(), 'drivebell-open-'))
  const opener = path.join(folder, 'xdg-open')
  const script = `#!/bin/sh
printf '%s|%s|%s\\n' "$1" "$XDG_ACTIVATION_TOKEN" "$DESKTOP_STARTUP_ID" >> ${folder}/opened
case "$1" in *refuse*) exit 3;; esac
`
  writeFileSync(opener, script)
  chmodSync(opener, 0o755)
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`)
  vi.stubEnv('XDG_ACTIVATION_TOKEN', undefined)
  vi.stubEnv('DESKTOP_STARTUP_ID', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const openExternal = async (url: string) => void asked.push(url)
const on = (platform: NodeJS.Platform) =>
  outsideOpener({ platform, openExternal, takeToken: takeActivationToken })
const opened = () => readFileSync(path.join(folder, 'opened'), 'utf8').trim().split('\n')

test('on Linux the token of a press goes to what it opens, and to nothing later', async () => {
  const open = on('linux')
  await withActivationToken('wayland-1', async () => {
    await Promise.resolve() // however long the press takes to get there
    await open('https://contoso.example/a')
    await open('https://contoso.example/b')
  })
  await withActivationToken(null, () => open('https://contoso.example/c'))
  await open('https://contoso.example/d')
  expect(opened()).toEqual([
    'https://contoso.example/a|wayland-1|wayland-1',
    'https://contoso.example/b||',
    'https://contoso.example/c||',
    'https://contoso.example/d||',
  ])
  expect(asked).toEqual([])
})

test('two presses at a time have each their own token', async () => {
  const open = on('linux')
  const press = (name: string) =>
    withActivationToken(name, async () => {
      await new Promise((resolve) => setImmediate(resolve))
      await open(`https://contoso.example/${name}`)
    })
  await Promise.all([press('one'), press('two')])
  expect(opened().toSorted()).toEqual([
    'https://contoso.example/one|one|one',
    'https://contoso.example/two|two|two',
  ])
})

test('on Linux an opener that fails, or is not there, is heard', async () => {
  await expect(on('linux')('https://contoso.example/refuse')).rejects.toThrow('xdg-open ended with 3')
  vi.stubEnv('PATH', '/nonexistent')
  await expect(on('linux')('https://contoso.example/a')).rejects.toThrow('ENOENT')
})

test.each(['win32', 'darwin'] as const)('on %s Electron opens it', async (platform) => {
  await on(platform)('https://contoso.example/a')
  expect(asked).toEqual(['https://contoso.example/a'])
})
