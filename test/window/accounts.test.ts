import { english } from '../words.ts'
import { describe, expect, test } from 'vitest'
import { toast } from './controls.ts'
import { eventually } from './eventually.ts'
import { hasFocus } from './focus.ts'
import { showPage } from './show-window.ts'
import { account, busy, settled } from './sample-states.ts'
import { samples } from './samples.ts'
import { sixWebhooks } from './sample-webhooks.ts'
import type { Sample } from './stub.ts'

/** Who is signed in, and what they allowed. */
describe('Accounts', () => {
  const show = (sample: Sample) => showPage('Accounts', sample)

  test('those that need the user come first, with the reason and one button', async () => {
    await using shown = await show(samples['busy'])
    const { page } = shown
    const first = page.getByRole('main').getByRole('listitem').first()
    await first.getByText('g.kimani@seabright.example').waitFor()
    await first.getByText('Your password was changed.').waitFor()
    await first.getByRole('button', { name: 'Sign in again' }).click()
    expect(await shown.calls()).toEqual([
      ['signIn', { method: 'browser', loginHint: 'g.kimani@seabright.example' }],
    ])
  })

  test('permissions stand there in words and by name', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    const permissions = page.getByRole('list', { name: 'Permissions' }).getByRole('listitem')
    expect(await permissions.allTextContents()).toEqual([
      'Your profile',
      'Files you can open',
      'Sites and lists',
    ])
    await page.getByText('User.Read · Files.Read.All · Sites.Read.All · All read-only').waitFor()
    await page.getByText('encrypted with this computer’s keyring (GNOME Keyring)').waitFor()
  })

  test('another account, with the browser or a device code', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    await page.getByRole('button', { name: 'Sign in with Microsoft', exact: true }).click()
    await page.getByRole('button', { name: 'Use a device code' }).click()
    expect(await shown.calls()).toEqual([
      ['signIn', { method: 'browser' }],
      ['signIn', { method: 'device-code' }],
    ])
  })

  test('signing out asks, names what goes, and gives the focus back', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    const more = page.getByRole('button', { name: 'More' })
    const signOut = async () => {
      await more.click()
      await page.getByRole('menuitem', { name: 'Sign out…' }).click()
      await page.getByRole('alertdialog', { name: 'Sign out of grace@lindenhof.example?' }).waitFor()
    }
    await signOut()
    await page.getByText('You’ll stop following 1 drive.').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    await eventually(() => hasFocus(more)).toBe(true)
    await signOut()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    expect(await shown.calls()).toEqual([['signOut', { accountId: 'grace', keepHistory: true }]])
  })

  test('signing out names the webhooks that are deleted with it', async () => {
    await using shown = await show({ state: { ...settled, webhooks: sixWebhooks } })
    const { page } = shown
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Sign out…' }).click()
    const gone = sixWebhooks.rows.filter(
      ({ accountId, state }) => accountId === 'grace' && state.kind !== 'elsewhere',
    )
    const names = english.list(
      gone.map(({ title }) => english.say(title)),
      'and',
    )
    expect(gone.length).toBeGreaterThan(1)
    await page.getByText(`These webhooks are deleted: ${names}.`, { exact: true }).waitFor()
  })

  test('history goes too when it is not to be kept', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Sign out…' }).click()
    const keep = page.getByRole('checkbox', { name: 'Keep history' })
    expect(await keep.isChecked()).toBe(true)
    await keep.uncheck()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    expect(await shown.calls()).toEqual([['signOut', { accountId: 'grace', keepHistory: false }]])
  })

  test('another cloud is chosen beside the sign-in', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    const clouds = page.getByRole('button', { name: 'Sign in to another cloud' })
    for (const name of ['US Government L4', 'US Government L5', 'China']) {
      await clouds.click()
      await page.getByRole('menuitem', { name }).click()
    }
    expect(await shown.calls()).toEqual([
      ['signIn', { method: 'browser', cloud: 'us-gov-l4' }],
      ['signIn', { method: 'browser', cloud: 'us-gov-l5' }],
      ['signIn', { method: 'browser', cloud: 'china' }],
    ])
  })

  test('waiting for an administrator is no fault: said with the link to send, and the cloud', async () => {
    await using shown = await show(samples['waiting-for-admin'])
    const { page } = shown
    const card = page.getByRole('main').getByRole('listitem', { name: 'Grace Kimani (contractor)' })
    await card.getByText('Waiting for an administrator.', { exact: true }).waitFor()
    await card.getByText('Drivebell checks again every hour.').waitFor()
    await card.getByText(/Following \d+ drives?/).waitFor() // what works meanwhile
    await card.getByText('Work, US Government L4', { exact: true }).waitFor()
    expect(await page.getByText('An account needs attention').count()).toBe(0)
    await card.getByRole('button', { name: 'Copy link' }).click()
    await toast(page, 'Link copied').waitFor()
    expect(await shown.copied()).toEqual(['https://login.microsoftonline.us/tides/adminconsent'])
  })

  test('all drives of an account pause, and resume, together', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    const more = page.getByRole('button', { name: 'More' })
    await more.click()
    await page.getByRole('menuitem', { name: 'Pause all drives' }).click()
    await page.getByRole('menuitem', { name: 'Until tomorrow 08:00' }).click()
    const subscriptions = settled.subscriptions.map((drive) => ({
      ...drive,
      status: { kind: 'paused' as const, until: null },
    }))
    await page.evaluate((state) => window.stub.push(state), { ...settled, subscriptions })
    await more.click()
    await page.getByRole('menuitem', { name: 'Resume all drives' }).click()
    const what = { accountId: 'grace' }
    expect(await shown.calls()).toEqual([
      ['pause', { what, until: 'tomorrow' }],
      ['resume', { what }],
    ])
  })

  test('a sign-in under way can be cancelled here, and its failure is said', async () => {
    const waiting = {
      ...settled,
      signIn: { kind: 'waiting' as const, until: Date.parse('2026-11-19T10:47:00Z') },
    }
    await using shown = await show({ state: waiting })
    const { page } = shown
    await page.getByText('Waiting for 4 more minutes').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    const why = { key: 'sign-in.failed.timed-out' } as const
    const sentence = english.say(why)
    const failed = { ...settled, signIn: { kind: 'failed' as const, why, adminConsentUrl: null } }
    await page.evaluate((state) => window.stub.push(state), failed)
    await page.getByText(sentence).waitFor()
    expect(await shown.heard()).toContain(sentence)
    expect(await shown.calls()).toEqual([['cancelSignIn', undefined]])
  })

  test('a device code is a dialog; closing it cancels', async () => {
    await using shown = await show({ state: settled })
    const { page } = shown
    const { signIn } = samples['welcome-device-code'].state
    await page.evaluate((state) => window.stub.push(state), { ...settled, signIn })
    const dialog = page.getByRole('dialog', { name: 'Sign in with a device code' })
    await dialog.getByText('F7K2Q9XD', { exact: true }).waitFor()
    await page.evaluate(() => window.stub.showPage('accounts')) // a dialog keeps the focus
    await eventually(() => dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true)
    await dialog.getByRole('button', { name: 'Copy code' }).click()
    await toast(page, 'Code copied').waitFor()
    await page.keyboard.press('Escape')
    expect(await shown.copied()).toEqual(['F7K2Q9XD'])
    expect(await shown.calls()).toEqual([['cancelSignIn', undefined]])
  })

  test('kept in memory only: said plainly, with the choice', async () => {
    await using shown = await show(samples['memory-only'])
    const { page } = shown
    await page.getByText('This computer has no safe place for sign-ins.').waitFor()
    await page.getByRole('button', { name: 'Keep me signed in anyway' }).click()
    expect(await shown.calls()).toEqual([['keepSignInsUnsealed', undefined]])
  })

  test('a change of an account is spoken', async () => {
    await using shown = await show({ state: settled })
    const out = account({
      state: { kind: 'signed-out', why: { key: 'account.signed-out.ran-out', values: { drives: 2 } } },
    })
    await shown.page.evaluate((state) => window.stub.push(state), {
      ...busy,
      overview: settled.overview,
      accounts: [out],
    })
    await eventually(() => shown.heard()).toContain('grace@lindenhof.example: Signed out.')
  })
})
