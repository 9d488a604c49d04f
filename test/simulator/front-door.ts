import type { Fault } from './faults.ts'

/** One of Microsoft's hosts. */
export interface Host {
  serves(path: string): boolean
  handle(request: Request): Response | Promise<Response>
  /** A fault as this host would word it. */
  refuse(request: Request, fault: Fault, headers: HeadersInit): Response
}

/** Answers from the host that serves the path, or with what goes wrong on the way. */
export async function answerFrom(
  hosts: readonly Host[],
  request: Request,
  fault: Fault | undefined,
): Promise<Response> {
  if (fault?.html !== undefined) return page(fault.html, fault.status ?? 502, headersOf(fault))
  const { pathname } = new URL(request.url)
  const host = hosts.find((each) => each.serves(pathname))
  if (!host) return page('<h1>Not found</h1>', 404)
  const broken = fault && (fault.status !== undefined || fault.body !== undefined)
  return broken ? host.refuse(request, fault, headersOf(fault)) : host.handle(request)
}

function headersOf(fault: Fault): Record<string, string> {
  return {
    ...fault.headers,
    ...(fault.retryAfter !== undefined && { 'retry-after': String(fault.retryAfter) }),
  }
}

function page(html: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(html, { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
}
