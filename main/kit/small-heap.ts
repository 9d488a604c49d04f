import { setFlagsFromString } from 'node:v8'

/**
 * Memory before speed, from now on: the app waits nearly all its life, and V8 would keep what its busiest moment took, most
 * of it room for young objects, which is therefore not to grow. To be called before there are many.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size')
  setFlagsFromString('--semi-space-growth-factor=1')
}
