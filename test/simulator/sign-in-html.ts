import type { Persona } from './personas.ts'

/** Nobody is to take it for Microsoft's. */
const note =
  '<p role="note">This sign-in is simulated. The people are made up, no password is asked for, and nothing leaves this computer.</p>'

const style = `
  body { margin: 0; font: 16px/1.5 'Segoe UI', system-ui, sans-serif; color: #242424; background: #f3f2f1 }
  main { max-width: 26rem; margin: 10vh auto; padding: 2rem; background: #fff; box-shadow: 0 2px 8px #0003 }
  [role='note'] { margin: 0 0 1.5rem; padding: .75rem 1rem; background: #fff4ce; border-inline-start: 4px solid #c19c00 }
  h1 { margin: 0; font-size: 1.5rem; font-weight: 600 }
  button { display: block; width: 100%; margin-top: .5rem; padding: .6rem 1rem; font: inherit; text-align: start }
`

/** The page where a person chooses who to be. Its form posts back to the same address. */
export function choicePage(people: readonly Persona[], scopes: readonly string[]): string {
  const buttons = people.map(
    ({ name, email }) =>
      `<button name="choice" value="${escaped(email)}">Sign in as ${escaped(name)}</button>`,
  )
  return document_(
    'Simulated Microsoft',
    `${note}<h1>Sign in</h1><p>Drivebell asks for: ${escaped(scopes.join(', '))}</p>
    <form method="post">${buttons.join('\n')}
    <button name="choice" value="decline">Decline</button>
    <button name="choice" value="cancel">Cancel</button></form>`,
  )
}

/** What a person sees who may not agree alone (protocol.md 5.6). */
export function adminApprovalPage(): string {
  return document_(
    'Simulated Microsoft',
    `${note}<h1>Need admin approval</h1><p>Ask an administrator to grant permission to this app.</p>
    <form method="post"><button name="choice" value="admin">Return to the application without granting consent</button></form>`,
  )
}

/** Where an administrator agrees for the whole tenant; with a result instead of the form when there is one. */
export function adminConsentPage(people: readonly Persona[], result: string | null): string {
  const buttons = people.map(
    ({ name, email }) =>
      `<button name="choice" value="${escaped(email)}">Accept as ${escaped(name)}</button>`,
  )
  const form = `<form method="post">${buttons.join('\n')} <button name="choice" value="cancel">Cancel</button></form>`
  return document_(
    'Simulated Microsoft',
    `${note}<h1>Permissions requested</h1>${result === null ? form : `<p>${escaped(result)}</p>`}`,
  )
}

/** The page that carries the result to the app's loopback, as `response_mode=form_post` asks (protocol.md 5.4). */
export function formPostPage(redirectUri: string, fields: Readonly<Record<string, string>>): string {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`,
  )
  return document_(
    'Working…',
    `<form method="post" action="${escaped(redirectUri)}">${inputs.join('')}<noscript><button>Continue</button></noscript></form>
    <script>document.forms[0].submit()</script>`,
  )
}

/** The page for the code shown by a device; with a result instead of the form when there is one. */
export function devicePage(people: readonly Persona[], result: string | null): string {
  const buttons = people.map(
    ({ name, email }) =>
      `<button name="choice" value="${escaped(email)}">Sign in as ${escaped(name)}</button>`,
  )
  const form = `<form method="post"><label>Code <input name="user_code" autocomplete="off"></label>
    ${buttons.join('\n')} <button name="choice" value="decline">Decline</button></form>`
  return document_(
    'Simulated Microsoft',
    `${note}<h1>Enter code</h1>${result === null ? form : `<p>${escaped(result)}</p>`}`,
  )
}

/** A page that says what is wrong with the request itself. */
export function refusalPage(aadsts: number, text: string): string {
  return document_(
    'Sign in to your account',
    `<h1>Sorry, but we’re having trouble signing you in.</h1><p>AADSTS${aadsts}: ${escaped(text)}</p>`,
  )
}

/** The form a page like `formPostPage` carries, or nothing. */
export function formOf(html: string): { action: string; fields: Record<string, string> } | undefined {
  const action = /<form method="post" action="([^"]*)">/.exec(html)?.[1]
  if (action === undefined) return undefined
  const inputs = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)
  const fields = [...inputs].map(([, name = '', value = '']) => [name, unescaped(value)] as const)
  return { action: unescaped(action), fields: Object.fromEntries(fields) }
}

function document_(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style><body><main>${body}</main></body></html>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}
