import type { Notice, Notifier, Press, Shown } from '../../notices/notice.ts'

/** A notifier that does something about showing, and leaves the rest to another one. */
export abstract class NotifierAround implements Notifier {
  protected readonly inner: Notifier

  constructor(inner: Notifier) {
    this.inner = inner
  }

  abstract show(notice: Notice): Promise<Shown>

  get rewritesInPlace(): boolean {
    return this.inner.rewritesInPlace
  }

  canRewrite(id: string): boolean {
    return this.inner.canRewrite(id)
  }

  onReady(listener: () => void): Disposable {
    return this.inner.onReady(listener)
  }

  onPress(listener: (press: Press) => void): Disposable {
    return this.inner.onPress(listener)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.inner[Symbol.asyncDispose]()
  }
}
