/** In a process of its own: the listener with deliveries kept in a file, or the bare `node:http` that answers 202. */
import { createServer } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../main/history/open-database.ts'
import { systemClock as clock } from '../../main/kit/clock.ts'
import { fail } from '../../main/kit/result.ts'
import { Deliveries } from '../../main/webhooks/listener/deliveries.ts'
import { DeliveryCounts } from '../../main/webhooks/listener/delivery-counts.ts'
import { DeliveryStore } from '../../main/webhooks/listener/delivery-store.ts'
import { DeliveryVerifier } from '../../main/webhooks/listener/delivery-verifier.ts'
import { Listener } from '../../main/webhooks/listener/listener.ts'
import { listen } from '../wire/listen.ts'
import { quiet as log } from '../wire/quiet.ts'
import { given, tell } from './child.ts'

const { kind, clientState, graphId } = given()
tell('listening', { origin: kind === 'ours' ? await ours() : await bare() })

function bare(): Promise<string> {
  return listen(
    createServer((request, response) => {
      request.resume().once('end', () => void response.writeHead(202).end())
    }),
  )
}

async function ours(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'drivebell-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const { database } = openDatabase(join(folder, 'history.db'), { clock, log })
  const store = new DeliveryStore(database)
  const expected = {
    title: { key: 'catalogue.mail-folder.inbox' } as const,
    graphIds: new Set([String(graphId)]),
    isOfFiles: false,
    encrypted: false,
    hasClientState: true,
    hasTokens: true,
    keyOf: () => null,
  }
  const verifier = new DeliveryVerifier({
    store,
    expected: () => expected,
    tokens: async () => fail('missing'),
    verified: () => undefined,
    clock,
    log,
  })
  const address = { webhookId: 'mail', clientState: String(clientState) }
  const deliveries = new Deliveries({
    store,
    counts: new DeliveryCounts(database),
    verifier,
    address: () => address,
    arrived: () => undefined,
    clock,
  })
  const listener = new Listener({ inboxes: deliveries, clock, log })
  listener.answered.add((answer) => deliveries.answered(answer))
  return `http://127.0.0.1:${String(await listener.open(0))}`
}
