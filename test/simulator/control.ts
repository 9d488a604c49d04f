import * as z from 'zod'
import type { Drive } from './drive.ts'
import type { Simulator } from './simulator.ts'
import type { SiteList } from './site.ts'
import { actInOffice, carryOutForWebhooks, OfficeAct, WebhookDeed, webhooksSeen } from './webhook-control.ts'

const Whose = {
  /** Whose drive; Grace's when left out. */
  driveOf: z.string().default('Grace Kimani'),
  /** A library or list instead, like `Harbour/Risks`. */
  list: z.string().optional(),
}
const Act = z.object({
  person: z.string(),
  act: z.enum([
    'adds',
    'edits',
    'renames',
    'moves',
    'deletes',
    'restores',
    'shares',
    'stopsSharing',
    'addsEntry',
    'editsEntry',
    'renamesEntry',
    'deletesEntry',
  ]),
  /** In a drive; the title in a list. */
  path: z.string(),
  /** The new name, or the folder to move to. */
  to: z.string().default(''),
  times: z.int().positive().default(1),
  ...Whose,
})
const switchParts = ['identity', 'endpoint', 'graph', 'push', 'delta', 'webhooks'] as const
const Part = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const SwitchParts = z.partialRecord(z.enum(switchParts), Part)
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
    person: z.string().optional(),
    times: z.int().optional(),
    suberror: z.string().optional(),
    aadsts: z.int().optional(),
    claims: z.string().optional(),
  }),
})
const Do = z.discriminatedUnion('do', [
  WebhookDeed,
  z.object({
    do: z.enum([
      'kick',
      'cut',
      'silence',
      'garble',
      'cutNetwork',
      'blackHole',
      'restoreNetwork',
      'forgetDeltaTokens',
      'behaves',
    ]),
  }),
  z.object({ do: z.literal('approveDevice'), userCode: z.string() }),
  z.object({ do: z.enum(['revoke', 'challenge']), person: z.string() }),
  z.object({ do: z.literal('ring'), ...Whose }),
  z.object({ do: z.literal('adminConsents'), tenant: z.string().optional() }),
  z.object({ do: z.literal('provision'), group: z.string() }),
  z.object({ do: z.literal('shareLink'), path: z.string(), ...Whose }),
])

/**
 * What another process may ask of a served simulator, as JSON over HTTP:
 * `POST /simulator/act`, `/simulator/switch`, `/simulator/fails`, `/simulator/do`;
 * `GET /simulator/requests`, `/simulator/places`, `/simulator/webhooks`.
 */
export async function answerControl(simulator: Simulator, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (request.method === 'GET') {
    if (pathname === '/simulator/requests') return Response.json(simulator.requests.all)
    if (pathname === '/simulator/places') return Response.json(simulator.places())
    if (pathname === '/simulator/webhooks') return Response.json(webhooksSeen(simulator))
    return Response.json(null, { status: 404 })
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
      return acted(simulator, z.union([Act, OfficeAct]).parse(body))
    case '/simulator/switch': {
      const wanted = SwitchParts.parse(body)
      for (const part of switchParts) {
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

function acted(simulator: Simulator, wanted: z.infer<typeof Act> | OfficeAct): unknown {
  return 'path' in wanted ? act(simulator, wanted) : actInOffice(simulator.office, wanted)
}

function act(simulator: Simulator, wanted: z.infer<typeof Act>): unknown {
  const { act, path, to, times } = wanted
  const person = simulator.person(wanted.person)
  const list = () => listIn(simulator, wanted.list ?? '')
  if (act === 'addsEntry' || act === 'editsEntry' || act === 'deletesEntry') return person[act](list(), path)
  if (act === 'renamesEntry') return person.renamesEntry(list(), path, to)
  const where = { in: driveIn(simulator, wanted) }
  if (act === 'edits') return person.edits(path, { ...where, times })
  if (act === 'renames' || act === 'moves') return person[act](path, to, where)
  return person[act](path, where)
}

function listIn(simulator: Simulator, name: string): SiteList {
  const [site = '', title = 'Documents'] = name.split('/')
  return simulator.list(site, title)
}

function driveIn(
  simulator: Simulator,
  { driveOf, list }: { driveOf: string; list?: string | undefined },
): Drive {
  return list === undefined ? simulator.driveOf(driveOf) : listIn(simulator, list).content
}

function carryOutDeed(simulator: Simulator, deed: z.infer<typeof Do>): unknown {
  const { identity, push } = simulator
  if (deed.do === 'approveDevice') return identity.approveDevice(deed.userCode)
  if (deed.do === 'revoke' || deed.do === 'challenge') return identity[deed.do](deed.person)
  if (deed.do === 'kick' || deed.do === 'cut' || deed.do === 'silence' || deed.do === 'garble')
    return push[deed.do]()
  if (deed.do === 'ring') return simulator.ring(driveIn(simulator, deed))
  if (deed.do === 'webhook') return carryOutForWebhooks(simulator, deed)
  if (deed.do === 'adminConsents') return identity.adminConsents(deed.tenant)
  if (deed.do === 'provision') return simulator.provision(deed.group).id
  if (deed.do === 'shareLink') return simulator.shareLink(driveIn(simulator, deed), deed.path)
  if (deed.do === 'forgetDeltaTokens') return simulator.driveOf().forgetTokens()
  return simulator[deed.do]()
}
