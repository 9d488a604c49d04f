import { afterAll, inject } from 'vitest'
import { Gallery, type Look, type Shown } from './gallery.ts'
import type { Sample } from './stub.ts'

const gallery = await Gallery.join(inject('stage'))
afterAll(() => gallery[Symbol.asyncDispose]())

/** Shows a sample in a page of the file that asks. */
export const showWindow = (sample: Sample, look?: Look): Promise<Shown> => gallery.show(sample, look)
