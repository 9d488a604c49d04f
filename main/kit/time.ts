/** Spans of time, as everybody counts them. */
export * from '../../preload/kit/time.ts'
