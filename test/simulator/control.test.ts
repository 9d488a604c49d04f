import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import path from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'

test('a simulator in its own process does what it is told over HTTP', async () => {
  const script = path.resolve(import.meta.dirname, 'serve.ts')
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [origin] = z.tuple([z.string()]).parse(await once(createInterface(child.stdout), 'line'))
  const tell = async (what: string, body: unknown) => {
    const reply = await fetch(`${origin}/simulator/${what}`, { method: 'POST', body: JSON.stringify(body) })
    return [reply.status, await reply.json()]
  }
  try {
    const acted = await tell('act', {
      person: 'Ada Okafor',
      act: 'renames',
      path: 'Plans/budget.xlsx',
      to: 'b.xlsx',
    })
    expect(acted).toMatchObject([200, { name: 'b.xlsx' }])
    expect(await tell('act', { person: 'Ada Okafor', act: 'edits', path: 'nowhere.txt' })).toMatchObject([
      400,
      {},
    ])
    expect(await tell('switch', { push: { payload: 'object' } })).toMatchObject([
      200,
      { push: { payload: 'object' } },
    ])
    expect(await tell('switch', { push: { paylode: 'object' } })).toMatchObject([400, {}])
    const ada = { person: 'Ada Okafor' }
    expect(await tell('act', { ...ada, act: 'addsEntry', list: 'Harbour/Risks', path: 'Fog' })).toMatchObject(
      [200, { name: 'Fog' }],
    )
    expect(
      await tell('act', {
        ...ada,
        act: 'renames',
        list: 'Harbour',
        path: 'Contract.docx',
        to: 'signed.docx',
      }),
    ).toMatchObject([200, { name: 'signed.docx' }])
    expect(await tell('do', { do: 'shareLink', list: 'Harbour', path: 'signed.docx' })).toEqual([
      200,
      expect.stringMatching(/^https:\/\/lindenhof\.sharepoint\.example\/:w:\/s\/harbour\/E/),
    ])
    expect(await tell('do', { do: 'adminConsents' })).toEqual([200, null])
    expect(await tell('do', { do: 'provision', group: 'Canteen' })).toMatchObject([
      200,
      expect.stringMatching(/^lindenhof\.sharepoint\.example,/),
    ])
    expect(await (await fetch(`${origin}/simulator/places`)).json()).toMatchObject({
      groups: expect.arrayContaining([expect.objectContaining({ displayName: 'Canteen' })]),
    })
    expect(await tell('fails', { where: '/v1.0/me', fault: { status: 503 } })).toEqual([200, null])
    expect((await fetch(`${origin}/v1.0/me`)).status).toBe(503)
    expect(await tell('do', { do: 'behaves' })).toEqual([200, null])
    expect((await fetch(`${origin}/v1.0/me`)).status).toBe(401)
    const requests: unknown = await (await fetch(`${origin}/simulator/requests`)).json()
    expect(requests).toMatchObject([
      { path: '/v1.0/me', status: 503 },
      { path: '/v1.0/me', status: 401 },
    ])
  } finally {
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  }
})
