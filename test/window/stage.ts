import type { TestProject } from 'vitest/node'
import { openStage, type Stage } from './gallery.ts'

/** One build and one browser for all files of this folder, which join them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stage = await openStage()
  const { origin, browser } = stage
  project.provide('stage', { origin, browser })
  return async () => stage[Symbol.asyncDispose]()
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly stage: Stage
  }
}
