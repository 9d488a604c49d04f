import type { CdpSession } from './cdp.ts'
import type { CustomProtocol } from './custom-protocol.ts'

/** A document that some frame wants to go to, in the app's spelling. */
export type Navigation = { url: string; isMainFrame: boolean; isRedirect: boolean }
/** Says whether a frame may go there. */
export type NavigationCheck = (navigation: Navigation) => boolean

/**
 * Answers every request of a page: those to the app's own schemes from its `protocol.handle`, all others with a
 * refusal, so that nothing leaves the machine through the page. A refused navigation leaves the page where it is.
 */
export async function answerRequests(
  session: CdpSession,
  mainFrameId: string,
  protocol: CustomProtocol,
  mayNavigate: NavigationCheck,
): Promise<void> {
  session.on('Fetch.requestPaused', (paused) => {
    const { requestId, frameId, resourceType, redirectedRequestId, request } = paused
    const url = protocol.origins.toApp(request.url)
    const isDocument = resourceType === 'Document'
    const navigation = {
      url,
      isMainFrame: frameId === mainFrameId,
      isRedirect: redirectedRequestId !== undefined,
    }
    const refuse = (errorReason: 'Aborted' | 'BlockedByClient' | 'Failed'): Promise<unknown> =>
      session.send('Fetch.failRequest', { requestId, errorReason })
    const answer = async (): Promise<unknown> => {
      if (isDocument && !mayNavigate(navigation)) return refuse('Aborted')
      if (resourceType === 'Other' && new URL(url).pathname === '/favicon.ico')
        return session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 }) // Electron asks for none
      const response = await protocol.respond(asRequest(url, request))
      if (response === null) return refuse(isDocument ? 'Aborted' : 'BlockedByClient')
      return session.send('Fetch.fulfillRequest', { requestId, ...(await asAnswer(response)) })
    }
    answer()
      .catch((error: unknown) => {
        console.error(`${url}: ${String(error)}`)
        return refuse('Failed')
      })
      .catch(() => undefined) // the page has gone meanwhile
  })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] })
}

type Sent = { method: string; headers: Record<string, string>; postDataEntries?: { bytes?: string }[] }

function asRequest(url: string, { method, headers, postDataEntries = [] }: Sent): Request {
  const parts = postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64'))
  return new Request(url, { method, headers, body: parts.length === 0 ? null : Buffer.concat(parts) })
}

type Answer = { responseCode: number; responseHeaders: { name: string; value: string }[]; body: string }

/** All headers go on unchanged: the Content-Security-Policy is one of them. */
async function asAnswer(response: Response): Promise<Answer> {
  if (response.type === 'error') throw new Error('the handler answered Response.error()')
  const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }))
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  return { responseCode: response.status, responseHeaders, body }
}
