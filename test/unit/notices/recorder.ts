import type { Notice, Notifier, Shown } from '../../../main/notices/notice.ts'

/** Takes notices as a desktop would, and writes them down. */
export class Recorder implements Notifier {
  readonly shown: Notice[] = []
  /** What the system answers. */
  takes: (notice: Notice) => Promise<Shown> = async () => 'shown'

  async show(notice: Notice): Promise<Shown> {
    this.shown.push(notice)
    return this.takes(notice)
  }

  onReady(): Disposable {
    return { [Symbol.dispose]() {} }
  }

  onPress(): Disposable {
    return { [Symbol.dispose]() {} }
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}
