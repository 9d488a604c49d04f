import { html } from './authorize.ts'
import type { Consents } from './consents.ts'
import { owners, personCalled } from './personas.ts'
import { adminConsentPage, refusalPage } from './sign-in-html.ts'
import { signInTenant } from './scopes.ts'
import { tenantCalled } from './tenants.ts'

/** The page behind the link that is sent to an administrator (protocol.md 5.5, 5.6). */
export class AdminConsent {
  readonly #consents: Consents

  constructor(consents: Consents) {
    this.#consents = consents
  }

  async handle(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    const authority = pathname.split('/')[1] ?? ''
    const clientId = searchParams.get('client_id') ?? ''
    if (clientId === '') return html(refusalPage(900144, "The request must contain 'client_id'."), 400)
    if (!/^(common|organizations)$/.test(authority) && !tenantCalled(authority))
      return html(refusalPage(90002, `Tenant '${authority}' not found.`), 400)
    if (request.method === 'GET') return html(adminConsentPage(owners, null))
    const choice = new URLSearchParams(await request.text()).get('choice') ?? ''
    const persona = personCalled(choice, owners)
    if (!persona) return html(adminConsentPage([], 'Nothing was granted.'))
    if (!persona.administrator) return html(refusalPage(90094, 'You are no administrator here.'), 403)
    const tenant = signInTenant(authority, persona)
    if ((tenantCalled(authority) ?? tenant) !== tenant)
      return html(refusalPage(50020, 'This account is not in the tenant.'), 403)
    this.#consents.forTenant(tenant, clientId)
    return html(adminConsentPage([], `The app may now be used in ${tenant.name}.`))
  }
}
