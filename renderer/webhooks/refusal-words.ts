import type { Message } from '../../preload/words/phrase.ts'
import type { Words } from '../../preload/words/words.ts'

/** What stands in the way, and what Microsoft itself said of it. */
export function refusalWords(
  { why, message }: { readonly why: Message; readonly message: string | null },
  words: Words,
): string {
  const sentence = words.say(why)
  return message === null ? sentence : `${sentence} ${words.phrase('webhook.refusal.said', { message })}`
}
