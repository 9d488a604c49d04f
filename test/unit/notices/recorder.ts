import type { Notice, Notifier, Shown } from '../../../main/notices/notice.ts'

/** Takes notices as a desktop would, and writes them down. */
export class Recorder implements Notifier {
  readonly shown: Notice[] = []
  rewritesInPlace = true
  /** What is on screen; it outlives a run of the app. */
  readonly onScreen: Set<string>

  constructor(onScreen: Set<string> = new Set()) {
    this.onScreen = onScreen
  }

  /** What the system answers. */
  takes: (notice: Notice) => Promise<Shown> = async () => 'shown'

  async show(notice: Notice): Promise<Shown> {
    this.shown.push(notice)
    const taken = this.takes(notice)
    this.onScreen.add(notice.id)
    return taken
  }

  canRewrite(id: string): boolean {
    return this.onScreen.has(id)
  }

  onReady(): Disposable {
    return { [Symbol.dispose]() {} }
  }

  onPress(): Disposable {
    return { [Symbol.dispose]() {} }
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}
