import type { MessageKey } from '../../../preload/words/keys.ts'
import type { Words } from '../../../preload/words/words.ts'

type ResultKey = Extract<MessageKey, `sign-in.page.${string}`>

/** What the browser shows once Microsoft's page has sent its answer back to this computer. */
const page = (words: Words, title: ResultKey, next: ResultKey) => `<!doctype html>
<html lang="${words.locale.language}" dir="${words.locale.direction}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Drivebell</title>
<style>
  body { display: grid; place-content: center; min-height: 90vh; margin: 0 24px; font: 16px/1.5 system-ui, sans-serif }
  main { max-width: 26em }
  h1 { font-size: 24px; font-weight: 600; margin: 0 0 8px }
  p { margin: 0; opacity: .8 }
</style>
<main>
  <h1>${words.phrase(title)}</h1>
  <p>${words.phrase(next)}</p>
</main>
</html>
`

/** Microsoft agreed; the rest happens in the app. */
export const finishedPage = (words: Words): string =>
  page(words, 'sign-in.page.finished', 'sign-in.page.finished.next')

/** Microsoft or the person said no. */
export const stoppedPage = (words: Words): string =>
  page(words, 'sign-in.page.stopped', 'sign-in.page.stopped.next')
