/** What the fixture's preload exposes. */
type Bridge = {
  list: [number, { deep: boolean }]
  date: Date
  add(a: number, b: number): number
  keep(callback: (value: unknown) => unknown): () => number
  callKept(value: unknown): unknown[]
  throws(): void
  later(value: unknown): Promise<unknown>
  rejects(): Promise<void>
  typeOf(value: unknown): string
  invoke(channel: string, value?: unknown): Promise<unknown>
  echo<T>(value: T): Promise<T>
  say(...words: string[]): void
  onPush(listener: (value: unknown) => void): () => void
}
declare global {
  interface Window {
    fixture: Bridge
    atStart: { fixture: string; own: string[] }
    pushed: unknown[]
    stopPushes: () => void
  }
}
export {}
