import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** A socket that a process listens on; `loopback` when nobody outside this computer reaches it. */
export interface Listening {
  readonly port: number
  readonly loopback: boolean
}

const listens = '0A'

/** On which TCP ports a process listens, as Linux' kernel has it. */
export function listeningOf(pid: number): readonly Listening[] {
  const own = new Set(inodesOf(pid))
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === listens && own.has(inode ?? ''))
      .map(([, local = '']) => {
        const [address = '', port = ''] = local.split(':')
        return { port: Number.parseInt(port, 16), loopback: isLoopback(address) }
      }),
  )
}

/** Addresses are written in 32-bit words of the machine's own byte order: 127.0.0.1 is 0100007F. */
const isLoopback = (hex: string) =>
  /^[0-9A-F]{6}7F$/.test(hex) ||
  hex === '00000000000000000000000001000000' ||
  /^0{16}0000FFFF[0-9A-F]{6}7F$/.test(hex)

function inodesOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`
  return readdirSync(folder).flatMap((name) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`${folder}/${name}`))?.[1] ?? []
    } catch {
      return [] // closed meanwhile
    }
  })
}
