import type { LinkCause } from './trouble.ts'

/** Why there is no link, in the terms of those who develop; a line without a secret. */
export function troubleText(cause: LinkCause): string {
  switch (cause.kind) {
    case 'graph': {
      const { status, code, kind } = cause.error
      return [status, code ?? kind].filter((each) => each !== null).join(' ')
    }
    case 'crowded':
      return 'no room through the proxy'
    case 'refused':
      return 'refused by the push service'
    case 'lost':
      return `closed, ${cause.loss.reason}`
    case 'unopened':
      return `not opened, ${cause.loss.status ?? cause.loss.reason}`
  }
}
