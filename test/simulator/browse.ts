import { formOf } from './sign-in-html.ts'

/** Fetches a page; the app's loopback is always fetched for real. */
export type FetchPage = (request: Request) => Promise<Response>

/**
 * What a person does in the browser: opens the authorize page, chooses ("Grace Kimani", an e-mail address,
 * "decline", "cancel" or "admin"), and lets the result post to the app. Answers with the page the app shows.
 */
export async function browseSignIn(
  url: string,
  choice: string,
  fetchPage: FetchPage = fetch,
): Promise<string> {
  const opened = await textOf(await fetchPage(new Request(url)))
  const chosen = formOf(opened) ? opened : await choose(url, choice, fetchPage)
  // who may not agree alone can only go back
  const form = formOf(chosen) ?? formOf(await choose(url, 'admin', fetchPage))
  if (!form) throw new Error('The sign-in page led nowhere')
  const reply = await fetch(form.action, { method: 'POST', body: new URLSearchParams(form.fields) })
  return reply.text()
}

async function choose(url: string, choice: string, fetchPage: FetchPage): Promise<string> {
  const body = new URLSearchParams({ choice })
  return textOf(await fetchPage(new Request(url, { method: 'POST', body })))
}

async function textOf(page: Response): Promise<string> {
  const text = await page.text()
  if (!page.ok)
    throw new Error(`The sign-in page answered ${page.status}: ${/AADSTS[^<]*/.exec(text)?.[0] ?? ''}`)
  return text
}
