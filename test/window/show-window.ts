import { inject } from 'vitest'
import { Gallery, type Look, type Shown } from './gallery.ts'
import type { Sample } from './stub.ts'

// Once for each worker, whose files share its pages; it ends with the worker.
const gallery = await Gallery.join(inject('stage'))

/** Shows a sample in a page that nobody else has. */
export const showWindow = (sample: Sample, look?: Look): Promise<Shown> => gallery.show(sample, look)
