import type { GraphError } from '../graph/graph-error.ts'

/** Why Microsoft's answer to a look is of no use, in a sentence that says what can be done. */
export function refusalSentence(error: GraphError): string {
  switch (error.kind) {
    case 'forbidden':
      return 'Microsoft does not let this account read it. Its owners can let you in, or your administrator can tell you why.'
    case 'not-found':
      return 'Microsoft does not find it, or this account may not see it.'
    case 'offline':
      return 'Microsoft cannot be reached. Try again when the network is back.'
    case 'timeout':
      return 'Microsoft did not answer in time. Try again.'
    case 'throttled':
      return `Microsoft asked Drivebell to slow down. Try again in ${span(error.retryAfterMs)}.`
    case 'signed-out':
      return 'Sign in again first.'
    case 'locked':
      return 'This site is locked at Microsoft. Its owners can tell you why.'
    case 'server':
      return 'Microsoft has trouble answering at the moment. Try again in a minute.'
    case 'not-supported':
      return 'Microsoft does not offer this for this account.'
    case 'resync-required':
    case 'malformed':
    case 'unexpected':
      return 'Microsoft gave an answer that Drivebell did not expect. Try again.'
  }
}

function span(ms: number): string {
  const seconds = Math.ceil(ms / 1_000)
  if (seconds < 90) return seconds === 1 ? 'a second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}
