import type { Notice, Notifier } from '../../../main/notices/notice.ts'

/** Takes notices as a desktop would, and writes them down. */
export class Recorder implements Notifier {
  readonly shown: Notice[] = []
  /** What the system answers. */
  takes: (notice: Notice) => Promise<boolean> = async () => true

  async show(notice: Notice): Promise<boolean> {
    this.shown.push(notice)
    return this.takes(notice)
  }

  onClick(): Disposable {
    return { [Symbol.dispose]() {} }
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}
