/**
 * `node test/pack/smoke.ts PROGRAM`: takes an installed smoke build through what a person does first: it starts, signs
 * in at the simulated Microsoft, reads the drive, tells one change, and ends. A released build refuses the simulator.
 */
import { strict as assert } from 'node:assert'
import { AnyComputer } from '../e2e/any-computer.ts'

const program = process.argv[2]
assert.ok(program, 'which program?')
await using computer = await AnyComputer.open(program)
const app = await computer.start()
try {
  const page = await app.window()
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).click()
  await computer.signsIn()
  await page.getByRole('heading', { name: 'Your OneDrive is connected' }).waitFor()
  console.log('signed in, and the drive is live')
  computer.simulator.person('Ada Okafor').edits('Plans/budget.xlsx')
  await computer.record.next('notice', ({ title }) => title === 'Ada Okafor edited budget.xlsx')
  console.log('a change was told')
  const code = await app.kill('SIGTERM')
  assert.ok(process.platform === 'win32' || code === 0, `ended with ${code}`) // Windows knows no request to end
  console.log('ended')
} catch (error) {
  console.error(app.output)
  throw error
}
