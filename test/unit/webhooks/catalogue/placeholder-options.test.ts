import { beforeEach, expect, test } from 'vitest'
import type { PlaceholderKind } from '../../../../preload/contract/webhook-catalogue.ts'
import { placeholderKinds } from '../../../../preload/contract/webhook-catalogue.ts'
import { placeholderOptions } from '../../../../main/webhooks/catalogue/placeholder-options.ts'
import type { Filled } from '../../../../main/webhooks/catalogue/resource-path.ts'
import { json, own, Scripted } from '../../graph/scripted.ts'
import { work } from '../asker.ts'

let at: Scripted
let scopes: readonly string[]

beforeEach(() => {
  at = new Scripted()
  scopes = []
})

const ask = (kind: PlaceholderKind, filled: Filled = {}, search = '') =>
  placeholderOptions(
    {
      account: { ...work, scopes },
      graph: at.graph,
      drives: [
        { id: 'b!1', name: 'Drawings', place: 'Harbour tower' },
        { id: 'b!2', name: 'Finance', place: '' },
      ],
      adminConsentUrl: () => null,
      signal: new AbortController().signal,
    },
    { kind, filled, search },
  )

test('drives are those that are followed, narrowed by what is typed', async () => {
  expect(await ask('drive', {}, 'tower draw')).toEqual({
    kind: 'options',
    options: [{ value: 'b!1', label: 'Drawings', caption: 'Harbour tower' }],
    note: { key: 'catalogue.options.drives' },
  })
})

test('mail folders that everybody has are there before anything is allowed', async () => {
  const asked = await ask('mail-folder')
  expect(asked).toMatchObject({
    kind: 'options',
    options: [{ value: 'inbox', label: { key: 'catalogue.mail-folder.inbox' } }, {}, {}, {}, {}, {}],
  })
  expect(at.calls).toEqual([])
})

test('mail folders that everybody has stay when the others cannot be read', async () => {
  scopes = ['Mail.Read']
  at.replies = [json({ error: { code: 'notSupported' } }, 501)]
  expect(await ask('mail-folder')).toMatchObject({
    kind: 'options',
    options: [{ value: 'inbox' }, {}, {}, {}, {}, {}],
    note: { key: 'discover.refused.not-supported' },
  })
})

test('what is not allowed yet says what it would take', async () => {
  expect(await ask('team')).toEqual({
    kind: 'consent',
    scopes: ['Team.ReadBasic.All'],
    why: {
      key: 'discover.consent',
      values: { n: 1, purpose: { key: 'catalogue.purpose.teams' } },
    },
    adminConsentUrl: null,
  })
})

test.each([
  ['folder', 'Files.Read', { drive: ['d 1'] }, '/drives/d%201/root/children', { name: 'Plans', folder: {} }],
  ['site', 'Sites.Read.All', {}, '/sites?search=plan', { displayName: 'Plans' }],
  ['list', 'Sites.Read.All', { site: ['h,1,2'] }, '/sites/h,1,2/lists', { displayName: 'Plans' }],
  ['mail-folder', 'Mail.Read', {}, '/me/mailFolders?$top=100', { displayName: 'Plans' }],
  ['todo-list', 'Tasks.ReadWrite', {}, '/me/todo/lists', { displayName: 'Plans' }],
  ['channel', 'Channel.ReadBasic.All', { team: ['t1'] }, '/teams/t1/channels', { displayName: 'Plans' }],
  ['chat', 'Chat.Read', {}, '/me/chats', { topic: 'Plans', chatType: 'group' }],
] as const)('%s: asked for with %s', async (kind, scope, filled, path, one) => {
  scopes = [scope]
  at.replies = [json({ value: [{ id: 'one', ...one }, { displayName: 'no id' }, 7] })]
  expect(await ask(kind, mutable(filled), 'plan')).toMatchObject({
    options: [{ value: 'one', label: 'Plans', caption: null }],
  })
  expect(at.calls[0]?.url).toBe(`${own}/v1.0${path}`)
})

test('files are no folders, and a chat without a name is told by its kind', async () => {
  scopes = ['Files.Read', 'Chat.Read']
  at.replies = [
    json({ value: [{ id: 'file', name: 'a.txt', file: {} }] }),
    json({ value: [{ id: 'c1', topic: null, chatType: 'oneOnOne' }] }),
  ]
  expect(await ask('folder', { drive: ['d'] })).toMatchObject({
    options: [],
    note: { key: 'catalogue.options.none' },
  })
  expect(await ask('chat')).toMatchObject({
    options: [{ value: 'c1', label: { key: 'catalogue.chat.one-on-one' } }],
  })
})

const mutable = (filled: Readonly<Record<string, readonly string[]>>): Filled =>
  Object.fromEntries(Object.entries(filled).map(([name, values]) => [name, [...values]]))

test('a list waits for its site', async () => {
  scopes = ['Sites.Read.All']
  expect(await ask('list')).toEqual({
    kind: 'options',
    options: [],
    note: { key: 'catalogue.options.above-first' },
  })
})

test('a refusal says why', async () => {
  scopes = ['Team.ReadBasic.All']
  at.replies = [json({ error: { code: 'notSupported' } }, 501)]
  expect(await ask('team')).toEqual({
    kind: 'refused',
    why: { key: 'discover.refused.not-supported' },
  })
})

test('every placeholder can be listed, or says what to type', async () => {
  for (const kind of placeholderKinds) {
    const asked = await ask(kind)
    expect(['options', 'consent', 'typed']).toContain(asked.kind)
  }
})
