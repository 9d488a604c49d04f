/** The least that turns a hint into a notification: socket.io-client, one fetch, one call on the bus. */
import { Message, sessionBus } from '@jellybrick/dbus-next'
import { io } from 'socket.io-client'
import { given, tell } from './child.ts'

const { origin, token, driveId, bus: busAddress } = given()
const drive = `${origin}/v1.0/drives/${driveId}`
const headers = { authorization: `Bearer ${token}` }

interface Page {
  readonly value: readonly { readonly name?: string }[]
  readonly '@odata.deltaLink': string
}

const get = async <T>(url: string): Promise<T> => (await (await fetch(url, { headers })).json()) as T

const bus = sessionBus({ busAddress: String(busAddress) })
await new Promise<void>((resolve) => void bus.once('connect', () => resolve()))
const { notificationUrl } = await get<{ notificationUrl: string }>(`${drive}/root/subscriptions/socketIo`)
let deltaLink = (await get<Page>(`${drive}/root/delta?token=latest`))['@odata.deltaLink']
const url = new URL(notificationUrl)
const socket = io(`${url.origin}${url.pathname}`, {
  query: Object.fromEntries(url.searchParams),
  transports: ['websocket'],
})
socket.on('connect', () => tell('ready'))
socket.on('notification', () => void look())

async function look(): Promise<void> {
  const page = await get<Page>(deltaLink)
  deltaLink = page['@odata.deltaLink']
  const name = page.value.at(-1)?.name ?? ''
  await bus.call(
    new Message({
      destination: 'org.freedesktop.Notifications',
      path: '/org/freedesktop/Notifications',
      interface: 'org.freedesktop.Notifications',
      member: 'Notify',
      signature: 'susssasa{sv}i',
      body: ['Bare', 0, '', `bare: ${name}`, '', [], {}, -1],
    }),
  )
}
