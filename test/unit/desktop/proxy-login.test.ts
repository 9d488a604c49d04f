import { createServer, type Server } from 'node:http'
import type { ClientRequest } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ProxyLogin } from '../../../main/desktop/proxy-login.ts'
import { requestThroughProxy } from '../../../main/desktop/proxy-request.ts'
import { logTo } from '../../../main/kit/log.ts'
import { HostClientRequest } from '../../host/client-request.ts'
import { forgetLogins } from '../../host/proxy-login.ts'
import { listen } from '../../wire/listen.ts'

// A proxy that wants to know who uses it, and the stand-in's own requests through it.

let proxy: Server
let address: string
let right: string
let heard: string[]
let texts: Map<string, string>
const grace = { username: 'grace', password: 'p:w ü' }
const header = ({ username, password }: typeof grace) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`

beforeEach(async () => {
  heard = []
  texts = new Map()
  right = header(grace)
  proxy = createServer((request, reply) => {
    const told = request.headers['proxy-authorization'] ?? 'nothing'
    heard.push(told)
    reply.writeHead(told === right ? 200 : 407).end()
  })
  address = new URL(await listen(proxy)).host
  vi.stubEnv('HTTP_PROXY', `http://${address}`)
})
afterEach(() => {
  vi.unstubAllEnvs()
  proxy.close()
})

function opened() {
  const told: string[] = []
  const request = (url: string) => new HostClientRequest(url) as unknown as ClientRequest
  const login = new ProxyLogin({
    request: requestThroughProxy(request, 'http://login.example/'),
    sealed: {
      read: (id) => texts.get(id) ?? '',
      write: (id, text) => void texts.set(id, text),
      forget: (id) => texts.delete(id),
    },
    ask: () => told.push('ask'),
    through: () => told.push('through'),
    log: logTo(() => {}),
  })
  return { login, told }
}

test('the password is asked once, kept once it was right, and not asked for again', async () => {
  const { login, told } = opened()
  login.met()
  login.met()
  await expect.poll(() => login.state).toEqual({ host: address, isRefused: false })
  login.met()
  await login.answer(grace)
  expect([login.state, told]).toEqual([null, ['ask', 'through']])
  expect([...texts]).toEqual([[`proxy ${address}`, JSON.stringify(grace)]])
  forgetLogins()
  const next = opened()
  next.login.met()
  await expect.poll(() => next.told).toEqual(['through'])
  expect(next.login.state).toBeNull()
})

test('what was not right is asked for again, told once each time, and not kept', async () => {
  const { login } = opened()
  login.met()
  await expect.poll(() => login.state).not.toBeNull()
  heard.length = 0
  await login.answer({ ...grace, password: 'wrong' })
  expect(login.state).toEqual({ host: address, isRefused: true })
  expect(heard).toEqual(['nothing', header({ ...grace, password: 'wrong' })])
  expect(texts.size).toBe(0)
  await login.answer(grace)
  expect(login.state).toBeNull()
})

test('a password that was changed since is forgotten and asked for', async () => {
  texts.set(`proxy ${address}`, JSON.stringify({ ...grace, password: 'of last year' }))
  const { login } = opened()
  login.met()
  await expect.poll(() => login.state).toEqual({ host: address, isRefused: true })
  expect(texts.size).toBe(0)
})

test('what rests of a password and cannot be read is none', async () => {
  texts.set(`proxy ${address}`, '{"username":')
  const { login } = opened()
  login.met()
  await expect.poll(() => login.state).toEqual({ host: address, isRefused: false })
})

test('who does not want to say is not asked again', async () => {
  const { login, told } = opened()
  login.met()
  await expect.poll(() => login.state).not.toBeNull()
  await login.answer(null)
  login.met()
  expect([login.state, told]).toEqual([null, ['ask']])
})

test('a proxy that lets everybody through asks nobody', async () => {
  proxy.removeAllListeners('request').on('request', (_request, reply) => reply.end())
  const { login, told } = opened()
  login.met()
  await new Promise((resolve) => setImmediate(resolve))
  expect([login.state, told]).toEqual([null, []])
})
