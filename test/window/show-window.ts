import { inject } from 'vitest'
import { open, type PageName } from './controls.ts'
import { Gallery, type Look, type Shown } from './gallery.ts'
import type { Sample } from './stub.ts'

// Once for each worker, whose files share its pages; it ends with the worker.
const gallery = await Gallery.join(inject('stage'))

/** Shows a sample in a page that nobody else has. */
export const showWindow = (sample: Sample, look?: Look): Promise<Shown> => gallery.show(sample, look)

/** Shows a sample with one of its pages open. */
export async function showPage(name: PageName, sample: Sample, look?: Look): Promise<Shown> {
  const shown = await showWindow(sample, look)
  await open(shown.page, name)
  return shown
}
