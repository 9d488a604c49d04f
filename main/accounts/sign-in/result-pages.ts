/** What the browser shows once Microsoft's page has sent its answer back to this computer. */
const page = (title: string, sentence: string) => `<!doctype html>
<html lang="en">
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
  <h1>${title}</h1>
  <p>${sentence}</p>
</main>
</html>
`

/** Microsoft agreed; the rest happens in the app. */
export const finishedPage = page('Back to Drivebell', 'This page has done its work and can be closed.')

/** Microsoft or the person said no. */
export const stoppedPage = page(
  'Not signed in',
  'Nothing was changed. Close this page; Drivebell says how to go on.',
)
