import { Connection } from '../host/dbus/connection.ts'
import { parseNotify, type RaisedNotification } from './notifications.ts'

/** Follows every Notify call on a bus, whichever daemon answers it; `id` is not known to a monitor. */
export async function followNotifications(
  address: string,
  onNotify: (notification: Omit<RaisedNotification, 'id'>) => void,
): Promise<Disposable> {
  const connection = await Connection.open(address)
  const rule = "type='method_call',interface='org.freedesktop.Notifications',member='Notify'"
  await connection.monitor([rule], ({ member, interface: iface, body }) => {
    if (iface !== 'org.freedesktop.Notifications' || member !== 'Notify') return
    onNotify({ ...parseNotify(body), at: Date.now() })
  })
  return connection
}
