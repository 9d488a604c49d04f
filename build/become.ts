import { spawn, spawnSync } from 'node:child_process'

/**
 * Goes on as another program, so that no launcher stays behind to look after it. When npm is ended it ends its shell and
 * not us: on Linux the kernel then ends the program (PR_SET_PDEATHSIG, which setpriv asks for). Where a process cannot
 * become another, it waits for the end of the program and passes signals on.
 */
export function become(program: string, args: readonly string[]): void {
  if (process.execve && kernelEndsOrphans()) {
    const shell = ['sh', '-c', 'exec setpriv --pdeathsig TERM "$@"', 'sh']
    process.execve('/bin/sh', [...shell, program, ...args], process.env)
  }
  const child = spawn(program, args, { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('error', ({ message }) => console.error(message))
  child.on('close', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

/** On Linux with util-linux; the setpriv of others does not know the option. */
function kernelEndsOrphans(): boolean {
  if (process.platform !== 'linux') return false
  return spawnSync('setpriv', ['--pdeathsig', 'keep', 'true'], { stdio: 'ignore' }).status === 0
}
