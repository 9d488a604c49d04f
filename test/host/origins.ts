/**
 * Chromium serves a page only from schemes it was built with, so `app://bundle/x` lives in the page as
 * `https://bundle.app.invalid/x`: a secure origin that no resolver knows (RFC 6761). The app and whoever
 * drives the page from outside only ever see the app's own spelling.
 */
export class Origins {
  readonly #toPage: RegExp
  readonly #toApp: RegExp

  constructor(schemes: readonly string[]) {
    const any = schemes.length === 0 ? '(?!)' : schemes.map((scheme) => RegExp.escape(scheme)).join('|')
    this.#toPage = new RegExp(`\\b(${any})://([a-z0-9-]+(?:\\.[a-z0-9-]+)*)`, 'gi')
    this.#toApp = new RegExp(`\\bhttps://([a-z0-9-]+(?:\\.[a-z0-9-]+)*)\\.(${any})\\.invalid\\b`, 'gi')
  }

  /** Every app address in a text, as the page spells it. */
  toPage(text: string): string {
    return text.replace(this.#toPage, 'https://$2.$1.invalid')
  }

  /** Every page address in a text, as the app spells it. */
  toApp(text: string): string {
    return text.replace(this.#toApp, '$2://$1')
  }
}

/** The origin of an app address: `new URL().origin` is "null" for schemes that Node does not know. */
export function originOf(url: string): string {
  const { protocol, host, origin } = new URL(url)
  return origin !== 'null' || host === '' ? origin : `${protocol}//${host}`
}
