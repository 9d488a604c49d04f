import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { clouds } from '../../../main/accounts/clouds.ts'
import { inDesktopApp, openable, opener } from '../../../main/desktop/open-url.ts'
import { programFor } from '../../host/protocol-handlers.ts'

const url = 'https://contoso.sharepoint.com/Plans/budget.xlsx'

describe('what the operating system is asked to open', () => {
  test.each([
    ['https://contoso-my.sharepoint.com/personal/a/b.xlsx', true],
    ['https://onedrive.live.com/?id=1', true],
    ['https://onedrive.cloud.microsoft/?id=x', true],
    ['https://photos.onedrive.com/photo/x', true],
    ['https://word-edit.officeapps.live.com/we/x', true],
    ['https://security.microsoft.com/alerts/x', true],
    ['https://loop.microsoft.com/p/x', true],
    ['https://planner.cloud.microsoft/x', true],
    ['https://www.microsoft365.com/x', true],
    ['https://onedrive.com.evil.example/x', false],
    ['https://officeapps.live.com.evil.example/x', false],
    ['https://security.microsoft.us/alerts/x', true],
    ['https://dod365.sharepoint-mil.us/sites/plans', true],
    ['https://army.dps.mil/sites/plans', true],
    ['https://contoso.sharepoint.us/sites/plans', true],
    ['https://contoso.sharepoint.cn/sites/plans', true],
    ['https://partner.outlook.cn/owa', true],
    ['http://contoso.sharepoint.com/x', false],
    ['https://sharepoint.com.evil.example/x', false],
    ['https://evilsharepoint.com/x', false],
    ['https://cloud.microsoft.evil.example/x', false],
    ['https://my.microsoftpersonalcontent.com/x', false],
    ['https://user:pass@contoso.sharepoint.com/x', false],
    ['file:///etc/passwd', false],
    ['ms-word:ofe|u|https://contoso.sharepoint.com/x', false],
    ['not a url', false],
    ['http://127.0.0.1:4000/authorize', false],
  ])('%s: %s', (address, isOpened) => {
    expect(openable(address, null) !== null).toBe(isOpened)
  })

  test.each(Object.values(clouds))('where people of $name sign in, and what they keep', (cloud) => {
    const hosts = [cloud.loginOrigin, ...cloud.loginAliases].map((origin) => new URL(origin).hostname)
    const below = [...cloud.sharePoint, ...cloud.pages].map((host) => host.replace(/^\./, 'contoso.'))
    for (const host of [...hosts, ...below])
      expect(openable(`https://${host}/x`, null)).toBe(`https://${host}/x`)
  })

  test.each([
    ['http://127.0.0.1:4000/authorize', true],
    ['http://127.0.0.1:4001/authorize', false],
    ['https://contoso.example/x', true],
    ['file:///etc/passwd', false],
  ])('in simulation %s: %s', (address, isOpened) => {
    expect(openable(address, 'http://127.0.0.1:4000') !== null).toBe(isOpened)
  })
})

test.each([
  [url, `ms-excel:ofe|u|${url}`],
  [
    'https://contoso.sharepoint.com/a/Offer.DOCX?web=1',
    'ms-word:ofe|u|https://contoso.sharepoint.com/a/Offer.DOCX?web=1',
  ],
  [
    'https://contoso.sharepoint.com/a/Talk%20one.pptx',
    'ms-powerpoint:ofe|u|https://contoso.sharepoint.com/a/Talk%20one.pptx',
  ],
  [
    'https://contoso.sharepoint.com/_layouts/15/Doc.aspx?sourcedoc=%7B1%7D&file=Budget.xlsx',
    'ms-excel:ofe|u|https://contoso.sharepoint.com/_layouts/15/Doc.aspx?sourcedoc=%7B1%7D&file=Budget.xlsx',
  ],
  ['https://contoso.sharepoint.com/a/photo.jpg', null],
  ['https://contoso.sharepoint.com/xlsx', null],
  ['https://contoso.sharepoint.com/a|b/c.xlsx', null],
  ['http://127.0.0.1:1/a.xlsx', null],
])('%s in a desktop app', (address, expected) => expect(inDesktopApp(address)).toBe(expected))

interface Facts {
  readonly opens?: 'browser' | 'desktop-app'
  /** A desktop where Excel is set to open its scheme. */
  readonly hasExcel?: boolean
  /** What the system reports that nothing opens. */
  readonly broken?: RegExp
}

/** Opens an address on a computer without a simulator; gives what came of it, and what was handed to the system. */
async function opened(
  address: string | null,
  { opens = 'browser', hasExcel = true, broken = /^$/ }: Facts = {},
) {
  await using home = await mkdtempDisposable(join(tmpdir(), 'drivebell-programs-'))
  if (hasExcel) {
    await mkdir(join(home.path, 'applications'))
    await writeFile(
      join(home.path, 'mimeapps.list'),
      '[Default Applications]\nx-scheme-handler/ms-excel=excel.desktop\n',
    )
    await writeFile(join(home.path, 'applications/excel.desktop'), '[Desktop Entry]\nName=Excel\n')
  }
  const programs = {
    HOME: home.path,
    XDG_CONFIG_HOME: home.path,
    XDG_DATA_HOME: home.path,
    XDG_DATA_DIRS: home.path,
  }
  const handed: string[] = []
  const open = opener({
    checked: (text) => openable(text, null),
    opens: () => opens,
    hasProgram: (text) => programFor(text, programs) !== '',
    openOutside: async (text) => {
      handed.push(text)
      if (broken.test(text)) throw new Error('xdg-open ended with 3')
    },
    failed() {},
  })
  return [await open(address), ...handed]
}

describe('opening', () => {
  const app = `ms-excel:ofe|u|${url}`
  const page = `${url}?web=1`
  test.each<[string, Facts, unknown[]]>([
    ['in the browser', {}, ['opened', page]],
    ['in a desktop app', { opens: 'desktop-app' }, ['opened', app]],
    [
      'where no desktop app is known: in the browser, without trying one',
      { opens: 'desktop-app', hasExcel: false },
      ['opened', page],
    ],
    [
      'where the desktop app does not start: in the browser',
      { opens: 'desktop-app', broken: /^ms-/ },
      ['opened', app, page],
    ],
    ['where nothing opens anything', { broken: /./ }, ['nothing-opens-it', page]],
    [
      'where nothing opens anything, a desktop app wanted',
      { opens: 'desktop-app', broken: /./ },
      ['nothing-opens-it', app, page],
    ],
  ])('%s', async (_what, facts, expected) => expect(await opened(url, facts)).toEqual(expected))

  test.each([null, 'file:///etc/passwd'])('%s is no page', async (address) => {
    expect(await opened(address)).toEqual(['no-page'])
  })

  // Addresses that Microsoft sends, and what a browser has to be given to show them.
  test.each([
    [
      'https://my.microsoftpersonalcontent.com/personal/0b1c2d3e4f506172/Documents',
      'https://onedrive.live.com/?cid=0b1c2d3e4f506172',
    ],
    [
      'https://my.microsoftpersonalcontent.com/personal/0B1C2D3E4F506172/_layouts/15/Doc.aspx?sourcedoc=%7B1%7D',
      'https://onedrive.live.com/?cid=0B1C2D3E4F506172',
    ],
    [
      'https://contoso.sharepoint.com/sites/plans/Shared%20Documents/budget.xlsx',
      'https://contoso.sharepoint.com/sites/plans/Shared%20Documents/budget.xlsx?web=1',
    ],
    [
      'https://contoso.sharepoint.com/sites/plans/Shared%20Documents/Plans',
      'https://contoso.sharepoint.com/sites/plans/Shared%20Documents/Plans?web=1',
    ],
    [
      'https://dod365.sharepoint-mil.us/sites/plans/a%23b.docx',
      'https://dod365.sharepoint-mil.us/sites/plans/a%23b.docx?web=1',
    ],
    ...[
      'https://contoso.sharepoint.com/sites/plans/_layouts/15/Doc.aspx?sourcedoc=%7B9E41C0D2-0000-4000-8000-0000000000C3%7D&file=budget.xlsx&action=default',
      'https://contoso.sharepoint.com/sites/plans/Lists/Risks/DispForm.aspx',
      'https://contoso.sharepoint.com/:x:/s/plans/Eabc',
      'https://onedrive.cloud.microsoft/?id=x',
      'https://onedrive.live.com/',
    ].map((same) => [same, same]),
  ])('%s', async (address = '', right) => {
    expect(await opened(address)).toEqual(['opened', right])
  })
})
