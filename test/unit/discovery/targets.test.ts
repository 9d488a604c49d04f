import { describe, expect, test } from 'vitest'
import { endpointPath, feedOf, identityOf } from '../../../main/discovery/targets.ts'
import type { Target } from '../../../preload/contract/discovery.ts'

const siteId = 'host.example,1f,2a'

test.each([
  [{ kind: 'own-drive', driveId: null }, '/me/drive/root', null],
  [{ kind: 'own-drive', driveId: 'b!1' }, '/me/drive/root', '/drives/b!1/root/delta'],
  [{ kind: 'drive', driveId: 'a/b c' }, '/drives/a%2Fb%20c/root', '/drives/a%2Fb%20c/root/delta'],
  [{ kind: 'drive-list', driveId: 'b!1' }, '/drives/b!1/list', '/drives/b!1/root/delta'],
  [
    { kind: 'group-drive', groupId: 'g?', driveId: 'b!1' },
    '/groups/g%3F/drive/root',
    '/drives/b!1/root/delta',
  ],
  [
    { kind: 'site-library', siteId, listId: '{l}', driveId: 'b!1' },
    '/sites/host.example,1f,2a/lists/%7Bl%7D/drive/root',
    '/drives/b!1/root/delta',
  ],
  [
    { kind: 'site-list', siteId, listId: 'l' },
    '/sites/host.example,1f,2a/lists/l',
    '/sites/host.example,1f,2a/lists/l/items/delta',
  ],
  [{ kind: 'shared-folder', driveId: 'd', itemId: 'D!7' }, null, '/drives/d/items/D!7/delta'],
] as [Target, string | null, string | null][])('%j', (target, watched, delta) => {
  expect(endpointPath(target)).toBe(watched && `${watched}/subscriptions/socketIo`)
  const start = feedOf(target)?.start({ latest: true }) ?? null
  expect(start?.split('?')[0] ?? null).toBe(delta)
  expect(start?.endsWith('&token=latest') ?? true).toBe(true)
})

describe('the same thing by whatever name', () => {
  const same: [string, Target, Target][] = [
    ['own and by id', { kind: 'own-drive', driveId: 'b!1' }, { kind: 'drive', driveId: 'b!1' }],
    ['drive and list', { kind: 'drive', driveId: 'b!1' }, { kind: 'drive-list', driveId: 'b!1' }],
    ['group', { kind: 'group-drive', groupId: 'g', driveId: 'b!1' }, { kind: 'drive', driveId: 'b!1' }],
    [
      'library',
      { kind: 'site-library', siteId, listId: 'l', driveId: 'b!1' },
      { kind: 'drive', driveId: 'b!1' },
    ],
    [
      'personal ids',
      { kind: 'drive', driveId: 'B7E3F10C92D4A65' },
      { kind: 'drive', driveId: '0b7e3f10c92d4a65' },
    ],
    ['lists', { kind: 'site-list', siteId, listId: '{AB}' }, { kind: 'site-list', siteId, listId: 'ab' }],
    [
      'folders',
      { kind: 'shared-folder', driveId: 'B7E', itemId: 'B7E!7' },
      { kind: 'shared-folder', driveId: '0b7e', itemId: '0b7e!7' },
    ],
    ['own, unknown', { kind: 'own-drive', driveId: null }, { kind: 'own-drive', driveId: null }],
  ]
  test.each(same)('%s', (_name, a, b) => expect(identityOf(a, 'x')).toBe(identityOf(b, 'x')))

  const different: [string, Target, Target][] = [
    [
      'letter case counts outside personal drives',
      { kind: 'drive', driveId: 'b!aB' },
      { kind: 'drive', driveId: 'b!ab' },
    ],
    ['lists', { kind: 'site-list', siteId, listId: 'a' }, { kind: 'site-list', siteId, listId: 'b' }],
    [
      'sites',
      { kind: 'site-list', siteId, listId: 'a' },
      { kind: 'site-list', siteId: 'h,1,2', listId: 'a' },
    ],
    [
      'a folder and its drive',
      { kind: 'shared-folder', driveId: 'd', itemId: 'd!7' },
      { kind: 'drive', driveId: 'd' },
    ],
    ['own and another', { kind: 'own-drive', driveId: null }, { kind: 'drive', driveId: 'b!1' }],
  ]
  test.each(different)('not the same: %s', (_name, a, b) =>
    expect(identityOf(a, 'x')).not.toBe(identityOf(b, 'x')),
  )

  test('two accounts whose own drives are not known yet', () => {
    const target: Target = { kind: 'own-drive', driveId: null }
    expect(identityOf(target, 'x')).not.toBe(identityOf(target, 'y'))
  })
})
