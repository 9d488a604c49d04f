import * as z from 'zod'
import type { Simulator } from './simulator.ts'

const Act = z.object({
  person: z.string(),
  act: z.enum(['adds', 'edits', 'renames', 'moves', 'deletes', 'restores', 'shares', 'stopsSharing']),
  path: z.string(),
  /** The new name, or the folder to move to. */
  to: z.string().default(''),
  times: z.int().positive().default(1),
  /** Whose drive; Grace's when left out. */
  driveOf: z.string().default('Grace Kimani'),
})
const Part = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const SwitchParts = z.partialRecord(z.enum(['identity', 'endpoint', 'push', 'delta']), Part)
const Fails = z.object({
  where: z.string(),
  fault: z.object({
    status: z.int().optional(),
    code: z.string().optional(),
    message: z.string().optional(),
    retryAfter: z.union([z.number(), z.string()]).optional(),
    headers: z.record(z.string(), z.string()).optional(),
    html: z.string().optional(),
    body: z.string().optional(),
    delayMs: z.number().optional(),
    hangUp: z.boolean().optional(),
    times: z.int().optional(),
    suberror: z.string().optional(),
    aadsts: z.int().optional(),
    claims: z.string().optional(),
  }),
})
const Do = z.discriminatedUnion('do', [
  z.object({
    do: z.enum([
      'kick',
      'cut',
      'silence',
      'ring',
      'cutNetwork',
      'restoreNetwork',
      'forgetDeltaTokens',
      'behaves',
    ]),
  }),
  z.object({ do: z.literal('approveDevice'), userCode: z.string() }),
  z.object({ do: z.enum(['revoke', 'challenge']), person: z.string() }),
])

/**
 * What another process may ask of a served simulator, as JSON over HTTP:
 * `POST /simulator/act`, `/simulator/switch`, `/simulator/fails`, `/simulator/do`; `GET /simulator/requests`.
 */
export async function answerControl(simulator: Simulator, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (request.method === 'GET') {
    return pathname === '/simulator/requests'
      ? Response.json(simulator.requests.all)
      : Response.json(null, { status: 404 })
  }
  try {
    return Response.json(carryOut(simulator, pathname, await request.json()) ?? null)
  } catch (error) {
    return Response.json({ error: error instanceof Error ? error.message : 'refused' }, { status: 400 })
  }
}

function carryOut(simulator: Simulator, pathname: string, body: unknown): unknown {
  switch (pathname) {
    case '/simulator/act':
      return act(simulator, Act.parse(body))
    case '/simulator/switch': {
      const wanted = SwitchParts.parse(body)
      for (const part of ['identity', 'endpoint', 'push', 'delta'] as const) {
        const switches = simulator.switches[part]
        const strange = Object.keys(wanted[part] ?? {}).find((name) => !(name in switches))
        if (strange !== undefined) throw new Error(`No switch ${part}.${strange}`)
        Object.assign(switches, wanted[part])
      }
      return simulator.switches
    }
    case '/simulator/fails': {
      const { where, fault } = Fails.parse(body)
      const given = Object.entries(fault).filter(([, value]) => value !== undefined)
      simulator.fails(where, Object.fromEntries(given))
      return null
    }
    case '/simulator/do':
      return carryOutDeed(simulator, Do.parse(body))
    default:
      throw new Error(`No control ${pathname}`)
  }
}

function act(simulator: Simulator, wanted: z.infer<typeof Act>): unknown {
  const { act, path, to, times } = wanted
  const person = simulator.person(wanted.person)
  const where = { in: simulator.driveOf(wanted.driveOf) }
  if (act === 'edits') return person.edits(path, { ...where, times })
  if (act === 'renames' || act === 'moves') return person[act](path, to, where)
  return person[act](path, where)
}

function carryOutDeed(simulator: Simulator, deed: z.infer<typeof Do>): unknown {
  const { identity, push } = simulator
  if (deed.do === 'approveDevice') return identity.approveDevice(deed.userCode)
  if (deed.do === 'revoke' || deed.do === 'challenge') return identity[deed.do](deed.person)
  if (deed.do === 'kick' || deed.do === 'cut' || deed.do === 'silence') return push[deed.do]()
  if (deed.do === 'ring') return push.ring(simulator.driveOf())
  if (deed.do === 'forgetDeltaTokens') return simulator.driveOf().forgetTokens()
  return simulator[deed.do]()
}
