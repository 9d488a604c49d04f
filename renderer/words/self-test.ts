import type { SelfTest, SelfTestStep, StepFound } from '../../preload/contract/webhooks.ts'
import type { Words } from '../../preload/words/words.ts'

/** A step of the self-test, as it is called until it failed, and then (interface.md 3). */
export function stepTitle(
  { publicUrl }: Pick<SelfTest, 'publicUrl'>,
  key: SelfTestStep['key'],
  kind: SelfTestStep['kind'],
  words: Words,
): string {
  const host = new URL(publicUrl).hostname.replace(/^\[|\]$/g, '')
  return words.phrase(kind === 'failed' ? `self-test.${key}-failed` : `self-test.${key}`, { host })
}

/** What a step found, like "Trusted here, TLS 1.3, valid until 3 February 2027". */
export function stepFound(found: StepFound, words: Words): string {
  switch (found.kind) {
    case 'said':
      return words.say(found.what)
    case 'answered':
      return words.phrase('self-test.found.answered', { answer: words.answerTime(found.tookMs) })
    case 'certificate':
      return words.phrase('self-test.found.certificate', {
        protocol: found.protocol.replace('TLSv', 'TLS '),
        date: words.fullDate(found.validUntil),
      })
  }
}
