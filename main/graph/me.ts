import type { Result } from '../kit/result.ts'
import type { GraphError } from './graph-error.ts'
import type { Graph } from './graph.ts'
import { type Drive, driveSchema, type Me, meSchema } from './schemas.ts'

/** Who is signed in. */
export async function fetchMe(graph: Graph): Promise<Result<Me, GraphError>> {
  const reply = await graph.get('/me?$select=id,displayName,userPrincipalName,mail', meSchema)
  return reply.ok ? { ok: true, value: reply.value.body } : reply
}

/** The account's own OneDrive; not found when there is none. */
export async function fetchOwnDrive(graph: Graph): Promise<Result<Drive, GraphError>> {
  const reply = await graph.get('/me/drive?$select=id,name,webUrl,driveType', driveSchema)
  return reply.ok ? { ok: true, value: reply.value.body } : reply
}
