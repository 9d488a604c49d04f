import type { ActivationArguments, Notification } from 'electron'

/**
 * Presses on Windows' toasts that no object hears: after a restart, or when a press started the app. Heard from the very
 * beginning, and kept until somebody listens.
 */
export class Activations {
  #listener: ((activation: ActivationArguments) => void) | null = null
  readonly #waiting: ActivationArguments[] = []

  constructor(ofElectron: typeof Notification, platform: NodeJS.Platform) {
    if (platform === 'win32') ofElectron.handleActivation((activation) => this.#heard(activation))
  }

  /** Hands over what waits, and then each as it comes. */
  listen(listener: (activation: ActivationArguments) => void): Disposable {
    this.#listener = listener
    for (const activation of this.#waiting.splice(0)) listener(activation)
    return { [Symbol.dispose]: () => (this.#listener = null) }
  }

  #heard(activation: ActivationArguments): void {
    if (this.#listener) this.#listener(activation)
    else this.#waiting.push(activation)
  }
}
