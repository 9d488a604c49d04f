import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProcess } from './process.ts'

/** A private message bus. */
export type PrivateBus = { address: string; pid: number } & AsyncDisposable

// It starts no services by itself: what is on the bus is what the test or the demo put there.
const configuration = (folder: string): string => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

/** Starts a dbus-daemon of its own, in a folder of its own, or in the one of a bus that died. */
export async function startBus(diedIn: string | null = null): Promise<PrivateBus> {
  const folder = diedIn ?? (await mkdtemp(join(tmpdir(), 'drivebell-bus-')))
  const config = join(folder, 'bus.conf')
  await writeFile(config, configuration(folder))
  const daemon = startProcess('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address'])
  const address = await daemon.line(/^unix:/)
  return {
    address,
    pid: daemon.pid,
    async [Symbol.asyncDispose]() {
      await daemon[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
