import { english } from '../words.ts'
import { describe, expect, test } from 'vitest'
import { tabOf, toast } from './controls.ts'
import { eventually } from './eventually.ts'
import { hasFocus } from './focus.ts'
import { showWindow } from './show-window.ts'
import { library, page as found } from './sample-finds.ts'
import { settled } from './sample-states.ts'
import { justLive, samples } from './samples.ts'

/** From nothing to live. */
describe('Welcome', () => {
  test('the primary has the focus; Enter signs in with the browser', async () => {
    await using shown = await showWindow(samples['welcome-first'])
    const { page } = shown
    const primary = page.getByRole('button', { name: 'Sign in with Microsoft', exact: true })
    await eventually(() => hasFocus(primary)).toBe(true)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await shown.calls()).toEqual([
      ['signIn', { method: 'browser' }],
      ['signIn', { method: 'device-code' }],
    ])
    expect(await page.getByRole('navigation').count()).toBe(0)
  })

  test('without an application id: five steps, and a refusal under the field', async () => {
    const sentence = 'That is 35 characters; an id has 36, like 5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2.'
    await using shown = await showWindow({
      ...samples['welcome-no-client-id'],
      refusals: { useClientId: sentence },
    })
    const { page } = shown
    expect(await page.getByRole('list').getByRole('listitem').count()).toBe(5)
    const field = page.getByRole('textbox', { name: 'Application (client) ID' })
    await field.fill('5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c')
    await page.getByRole('button', { name: 'Use this ID' }).click()
    await page.getByText(sentence).waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await hasFocus(field)).toBe(true)
    await page.getByRole('button', { name: 'entra.microsoft.com' }).click()
    expect(await shown.calls()).toEqual([
      ['useClientId', { clientId: '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c' }],
      ['openHelp', { page: 'entra' }],
    ])
  })

  test('while it waits: how long, and Escape or Cancel ends it', async () => {
    await using shown = await showWindow(samples['welcome-waiting'])
    const { page } = shown
    await page.getByRole('heading', { name: 'Finish in your browser' }).waitFor()
    await page.getByText('Waiting for 4 more minutes').waitFor()
    await page.getByRole('button', { name: 'Open the page again' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.keyboard.press('Escape')
    const calls = await shown.calls()
    expect(calls.map(([command]) => command)).toEqual(['openSignInPage', 'cancelSignIn', 'cancelSignIn'])
    expect(await shown.heard()).toContain('Waiting for your browser')
  })

  test('a device code can be read, copied and opened', async () => {
    await using shown = await showWindow(samples['welcome-device-code'])
    const { page } = shown
    await page.getByText('F7K2Q9XD', { exact: true }).waitFor()
    await page.getByText('Code F 7 K 2 Q 9 X D').waitFor({ state: 'attached' })
    await page.getByText('The code expires in 14 minutes').waitFor()
    await page.getByRole('button', { name: 'Copy code' }).click()
    await toast(page, 'Code copied').waitFor()
    await page.getByRole('button', { name: 'Open the page here' }).click()
    expect(await shown.copied()).toEqual(['F7K2Q9XD'])
    expect(await shown.calls()).toEqual([['openHelp', { page: 'device-code' }]])
  })

  test('a failure is spoken, the two buttons stay, the link for the administrator can be copied', async () => {
    await using shown = await showWindow(samples['welcome-failed'])
    const { page } = shown
    const { signIn } = samples['welcome-failed'].state
    await page.getByText(english.say(signIn.why)).waitFor()
    expect(await shown.heard()).toContain(english.say(signIn.why))
    await page.getByRole('button', { name: 'Copy link' }).click()
    await toast(page, 'Link copied').waitFor()
    await page.getByRole('button', { name: 'Sign in with Microsoft', exact: true }).click()
    expect(await shown.copied()).toEqual([signIn.adminConsentUrl])
    expect(await shown.calls()).toEqual([['signIn', { method: 'browser' }]])
  })

  test('team files are followed in three clicks', async () => {
    const finds = { teams: found(library('Harbour crew', { icon: 'team' })) }
    await using shown = await showWindow({ state: samples['welcome-first'].state, finds })
    const { page: at } = shown
    await at.evaluate((state) => window.stub.push(state), justLive)
    await at.getByRole('button', { name: 'Follow team files' }).click()
    await at.getByRole('dialog').getByRole('tab', { name: 'Teams and groups', selected: true }).waitFor()
    await at.getByRole('option', { name: 'Harbour crew' }).click()
    await at.getByRole('button', { name: 'Follow', exact: true }).click()
    await at.getByRole('dialog').waitFor({ state: 'detached' })
    const calls = (await shown.calls()).filter(([name]) => name === 'follow')
    expect(calls).toEqual([
      [
        'follow',
        {
          accountId: justLive.accounts[0]?.id,
          target: { kind: 'drive', driveId: 'b!Harbour crew' },
          scope: { kind: 'everything' },
        },
      ],
    ])
    expect(await shown.faults()).toEqual([])
  })

  test('signed in: says so, shows a notice, and leads on to Activity', async () => {
    await using shown = await showWindow(samples['welcome-first'])
    const { page } = shown
    const connecting = justLive.subscriptions.map((drive) => ({
      ...drive,
      status: { kind: 'catching-up' as const, since: null },
    }))
    await page.evaluate((state) => window.stub.push(state), { ...justLive, subscriptions: connecting })
    await page.getByRole('heading', { name: 'Connecting your OneDrive' }).waitFor()
    await page.evaluate((state) => window.stub.push(state), justLive)
    await page.getByRole('heading', { name: 'Your OneDrive is connected' }).waitFor()
    await page.getByText('41,200 of about 132,000 items').waitFor()
    expect(await shown.heard()).toContain('Signed in as grace@lindenhof.example')
    await page.keyboard.press('Enter') // the focus is on the primary
    await page.getByRole('switch', { name: 'Launch Drivebell at login' }).click()
    expect(await shown.calls()).toEqual([
      ['showSampleNotice', undefined],
      ['launchAtLogin', { on: true }],
    ])
    await page.getByRole('button', { name: 'Go to Activity' }).click()
    await page.getByRole('heading', { level: 1, name: 'Activity' }).waitFor()
  })

  test('whoever has an account does not meet it again', async () => {
    await using shown = await showWindow({ state: settled })
    await tabOf(shown.page, 'Activity').waitFor()
  })

  test('what is said of the keyring is true', async () => {
    const { state } = samples['welcome-first']
    await using shown = await showWindow({ state: { ...state, keyring: { kind: 'memory-only' } } })
    await shown.page.getByText('your sign-ins are kept until you quit Drivebell').waitFor()
  })
})
