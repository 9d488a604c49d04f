import { useWords } from '../ui/words-context.ts'

/** What a tunnel is, in a sentence. */
export function WhatIsATunnel() {
  return <p>{useWords().phrase('listener.what-is-a-tunnel')}</p>
}
