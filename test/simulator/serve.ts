import { parseArgs } from 'node:util'
import { systemClock } from '../../main/kit/clock.ts'
import { serveSimulator } from './server.ts'
import { Simulator } from './simulator.ts'

// node test/simulator/serve.ts [--port N] [--items N] [--consented]: prints its origin, serves until it is told to stop
const { values } = parseArgs({
  options: { port: { type: 'string' }, items: { type: 'string' }, consented: { type: 'boolean' } },
})
const simulator = new Simulator({ clock: systemClock })
if (values.items !== undefined) simulator.seedMany(Number(values.items))
if (values.consented) simulator.identity.adminConsents()
const served = await serveSimulator(simulator, { port: Number(values.port ?? 0) })
console.log(served.origin)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void served.close().then(() => process.exit(0)))
}
