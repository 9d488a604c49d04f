import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Computer } from './drivebell.ts'

// The window of the built app, and what Chromium itself lets it do.

let computer: Computer
let page: Page
beforeAll(async () => {
  computer = await Computer.open()
  page = await (await computer.start()).window()
})
afterAll(() => computer[Symbol.asyncDispose]())

test('makes no trusted-types policy, under any name', async () => {
  const refusals = await page.evaluate(() =>
    ['default', 'drivebell', 'react'].map((name) => {
      try {
        return Reflect.get(window, 'trustedTypes').createPolicy(name, {}).name
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error)
      }
    }),
  )
  expect(refusals).toEqual(['refused', 'refused', 'refused'])
})

test('downloads nothing', async () => {
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: '/index.html', download: 'taken.html' })
    document.body.append(link)
    link.click()
    link.remove()
  })
  const logged = () => readFileSync(join(computer.userData, 'logs', 'drivebell.log'), 'utf8')
  await expect.poll(logged).toContain('download denied')
  expect(logged()).not.toContain('uncaught exception')
  expect(existsSync(join(computer.desktop.env['HOME'] ?? '', 'Downloads', 'taken.html'))).toBe(false)
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor() // it is still there
})
