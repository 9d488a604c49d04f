import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const become = resolve(import.meta.dirname, '../../../build/become.ts')
const script = (program: string) =>
  `import(${JSON.stringify(become)}).then(({ become }) => become(process.execPath, ['-e', ${JSON.stringify(program)}, 'given']))`

/** Lives until it is told to end, and says so. */
const lives = `process.on('SIGTERM', () => { console.log('ended in order'); process.exit(0) })
setInterval(() => {}, 2 ** 30)
console.log('up', process.argv[1])`

test('the program gets its arguments, and its exit code is ours', async () => {
  const child = spawn(process.execPath, ['-e', script(`console.log(process.argv[1]); process.exitCode = 3`)])
  const text = said(child)
  expect(await once(child, 'close')).toEqual([3, null])
  expect(text()).toBe('given\n')
})

test('a signal reaches the program, which ends in its own order', async () => {
  const child = spawn(process.execPath, ['-e', script(lives)])
  const text = said(child)
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  await once(child, 'close')
  expect(text()).toBe('up given\nended in order\n')
})

test('when the shell that npm started is ended, the program ends in its own order', async () => {
  // The shell stays, as npm's does: it waits for what it started.
  const shell = spawn('sh', ['-c', '"$0" -e "$1"; exit $?', process.execPath, script(lives)])
  const text = said(shell)
  await once(shell.stdout, 'data')
  shell.kill('SIGKILL')
  await once(shell.stdout, 'close') // whoever else has it open is gone
  expect(text()).toBe('up given\nended in order\n')
})

function said({ stdout }: ChildProcess): () => string {
  let text = ''
  stdout?.on('data', (part) => (text += String(part)))
  return () => text
}
