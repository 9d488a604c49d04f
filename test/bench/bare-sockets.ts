/** The least that holds many links on the stand-in: its sockets alone, joined and answering pings. Tells what they hold. */
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { keepHeapSmall } from '../../main/kit/small-heap.ts'
import { HostWebSocket } from '../host/web-socket.ts'
import { given, tell } from './child.ts'

keepHeapSmall()
const { origin, token, driveId, links, settleMs } = given()
const endpoint = `${origin}/v1.0/drives/${driveId}/root/subscriptions/socketIo`
const headers = { authorization: `Bearer ${token}` }
const sockets: HostWebSocket[] = []

const before = anonymousBytes()
for (let opened = 0; opened < Number(links); opened++) sockets.push(await open())
await sleep(Number(settleMs))
tell('held', { sockets: sockets.length, bytes: anonymousBytes() - before })

async function open(): Promise<HostWebSocket> {
  const reply = await fetch(endpoint, { headers })
  const { notificationUrl } = (await reply.json()) as { notificationUrl: string }
  const url = new URL(notificationUrl)
  const socket = new HostWebSocket(
    `${url.origin.replace(/^http/, 'ws')}/socket.io/${url.search}&EIO=4&transport=websocket`,
  )
  await new Promise<void>((resolve) => {
    socket.addEventListener('message', (event) => {
      const text = 'data' in event ? String(event.data) : ''
      if (text.startsWith('0')) socket.send(`40${url.pathname},`)
      else if (text === '2') socket.send('3')
      else if (text.startsWith('40')) resolve()
    })
  })
  return socket
}

function anonymousBytes(): number {
  return Number(/^Pss_Anon:\s+(\d+)/m.exec(readFileSync('/proc/self/smaps_rollup', 'utf8'))?.[1]) * 1024
}
