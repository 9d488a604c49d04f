import 'reflect-metadata'
import { once } from 'node:events'
import {
  createServer,
  type IncomingMessage,
  request as requestPlain,
  type RequestListener,
  type Server,
} from 'node:http'
import { createServer as createTlsServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { X509CertificateGenerator } from '@peculiar/x509'
import { globalCloud, simulated } from '../../main/accounts/clouds.ts'
import type { Findings } from '../../main/diagnostics/doctor.ts'
import { examine } from '../../main/diagnostics/examination.ts'
import type { Fetch } from '../../main/graph/call.ts'
import { fetchEndpoint } from '../../main/graph/endpoint.ts'
import { graphError } from '../../main/graph/graph-error.ts'
import { Graph } from '../../main/graph/graph.ts'
import { fetchMe } from '../../main/graph/me.ts'
import { type Clock, clockOn, systemClock } from '../../main/kit/clock.ts'
import { fail, ok } from '../../main/kit/result.ts'
import { connectWith } from '../../main/link/socket-io.ts'
import { tryPush } from '../../main/link/try-push.ts'
import type { AppState } from '../../preload/contract/state.ts'
import { owners } from '../simulator/personas.ts'
import { serveSimulator, type ServedSimulator } from '../simulator/server.ts'
import { Simulator } from '../simulator/simulator.ts'
import { account, drive, settled } from '../window/sample-states.ts'
import { quiet } from './quiet.ts'

type Told = Pick<AppState, 'clientId' | 'keyring' | 'accounts' | 'subscriptions'>

/** A computer that something may be wrong with: real servers around it, and the state that the app has of itself. */
export class Patient implements AsyncDisposable {
  readonly simulator = new Simulator({ clock: systemClock })
  hasNetwork = true
  /** Where Microsoft's hosts lead: to its simulation, unless somebody stands between. */
  fetch: Fetch = (url, init) => fetch(url, init)
  clock: Clock = systemClock
  scopes: readonly string[] = ['User.Read', 'Files.Read']
  state: Told = {
    clientId: settled.clientId,
    keyring: settled.keyring,
    accounts: [account()],
    subscriptions: [drive({ status: { kind: 'catching-up', since: null } })],
  }
  diskFault: Findings['diskFault'] = null
  showsNotifications = true
  /** Microsoft takes neither its token nor gives another. */
  isSignInOver = false
  readonly #servers: (Server | ServedSimulator)[] = []
  #origin = ''

  static async comes(): Promise<Patient> {
    const patient = new Patient()
    const served = await serveSimulator(patient.simulator)
    patient.#servers.push(served)
    patient.#origin = served.origin
    return patient
  }

  /** All of Microsoft leads to a server that answers like this. */
  async meets(answer: RequestListener): Promise<void> {
    const server = createServer(answer)
    this.#servers.push(server)
    this.#origin = `http://127.0.0.1:${await portOf(server)}`
  }

  /** A proxy asks who this is. */
  async meetsProxy(): Promise<void> {
    await this.meets((_request, reply) => void reply.writeHead(407).end())
    this.fetch = plainly(null)
  }

  /** All of Microsoft leads to a server with a certificate of its own, valid in this year; who knows it trusts it. */
  async meetsCertificate(year: number, isKnown: boolean): Promise<void> {
    const { key, cert } = await certificateOf(year)
    const server = createTlsServer({ key, cert }, (_request, reply) => void reply.end('{}'))
    this.#servers.push(server)
    this.#origin = `https://127.0.0.1:${await portOf(server)}`
    if (isKnown) this.fetch = plainly(cert)
  }

  /** One of Microsoft's hosts is where nobody listens. */
  async isKeptFrom(path: string): Promise<void> {
    const server = createServer()
    const port = await portOf(server)
    server.close()
    await once(server, 'close')
    this.fetch = (url, init) =>
      fetch(new URL(url).pathname.startsWith(path) ? `http://127.0.0.1:${port}/` : url, init)
  }

  clockIsAhead(ms: number): void {
    this.clock = clockOn({ now: () => Date.now() + ms, elapsed: () => performance.now() })
  }

  examine(): Promise<Findings> {
    const { clock, state } = this
    const graph = this.#graph()
    const rules = { pushHosts: [], alsoOrigin: this.#origin, clock }
    return examine({
      hasNetwork: () => this.hasNetwork,
      fetch: this.fetch,
      cloud: () => simulated(globalCloud, this.#origin),
      clientId: () => state.clientId,
      keyring: () => state.keyring,
      accounts: () => state.accounts,
      subscriptions: () => state.subscriptions,
      async ask() {
        const answer = await fetchMe(graph)
        return answer.ok ? null : answer.error
      },
      tryPush: () =>
        tryPush({
          endpoint: () => fetchEndpoint(graph, '/me/drive/root/subscriptions/socketIo', rules),
          connect: connectWith({ log: quiet }),
          clock,
        }),
      diskFault: () => this.diskFault,
      showsNotifications: () => this.showsNotifications,
      clock,
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of this.#servers) {
      if ('origin' in server) await server.close()
      else server.closeAllConnections()
      if (!('origin' in server)) server.close()
    }
  }

  #graph(): Graph {
    const [persona] = owners
    if (!persona) throw new Error('nobody can sign in')
    const scopes = [...this.scopes]
    const grant = { persona, clientId: 'c', scopes, nonce: null, handlesClaims: true }
    const token = String(this.simulator.identity.tokens.issue(grant).access_token)
    let asked = 0
    return new Graph({
      base: this.#origin,
      ownOrigins: [this.#origin],
      fetch: this.fetch,
      token: async () => {
        if (!this.isSignInOver) return ok(token)
        return asked++ === 0 ? ok('over') : fail(graphError({ kind: 'signed-out' }))
      },
      clock: this.clock,
      random: () => 0,
      log: quiet,
      version: '0',
    })
  }
}

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function certificateOf(year: number): Promise<{ key: string; cert: string }> {
  const publicExponent = new Uint8Array([1, 0, 1])
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent, modulusLength: 2048 }
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=127.0.0.1',
    notBefore: new Date(Date.UTC(year, 0, 1)),
    notAfter: new Date(Date.UTC(year, 11, 31)),
    keys,
  })
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  return {
    key: `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`,
    cert: certificate.toString('pem'),
  }
}

/** A fetch as Chromium's, where Node's is too careful: it hands on a 407, and asks the system whom to trust. */
const plainly =
  (ca: string | null): Fetch =>
  (url) =>
    new Promise((resolve, reject) => {
      const answered = (reply: IncomingMessage) => {
        reply.resume()
        resolve(new Response('{}', { status: reply.statusCode ?? 0 }))
      }
      const asking = ca === null ? requestPlain(url, answered) : request(url, { ca }, answered)
      asking.on('error', (cause) => reject(new TypeError('fetch failed', { cause }))).end()
    })
