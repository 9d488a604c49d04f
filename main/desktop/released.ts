import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

const smokeBuild = z.object({ smoke: z.literal(true) })

interface AppFacts {
  readonly isPackaged: boolean
  getAppPath(): string
}

/** Whether people install this: a package, and not the smoke build, which the workflow takes through its paces. */
export function isReleased(app: AppFacts): boolean {
  if (!app.isPackaged) return false
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8'))
    return !smokeBuild.safeParse(manifest).success
  } catch {
    return true // in doubt the stricter answer
  }
}
