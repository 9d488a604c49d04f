import { AuthError, ServerError } from '@azure/msal-node'
import * as fc from 'fast-check'
import { clouds, globalCloud, parseSimulator, reach } from '../../../main/accounts/clouds.ts'
import { parseClientId } from '../../../main/accounts/account.ts'
import { signInFailure } from '../../../main/accounts/sign-in/sign-in-failure.ts'
import {
  deviceCodeIn,
  isPending,
  refusalIn,
  scopesAsAsked,
} from '../../../main/accounts/tokens/token-answer.ts'
import { tokenFailure } from '../../../main/accounts/tokens/token-failure.ts'
import { formatSignIns, parseSignIns } from '../../../main/accounts/tokens/sign-in-files.ts'
import { oddDocument, oddJson, oddText } from '../odd.ts'
import { text, link, type Parser } from './parser.ts'

const tokenAnswer = {
  token_type: 'Bearer',
  scope: 'openid https://graph.microsoft.com/Files.Read.All User.Read',
  expires_in: 3599,
  access_token: 'EwB',
  refresh_token: 'M.C5',
  id_token: 'a.b.c',
}

const tokenRefusal = {
  error: 'invalid_grant',
  error_description: 'AADSTS50173: The provided grant has expired. Trace ID: x',
  error_codes: [50173, 65001],
  suberror: 'bad_token',
  claims: '{"access_token":{}}',
}

const codeAnswer = {
  user_code: 'ABC123',
  device_code: 'x',
  verification_uri: 'https://microsoft.com/devicelogin',
  expires_in: 900,
  interval: 5,
}

const signIns = { version: 1, accounts: { 'a.b': JSON.stringify({ Account: {} }), 'c.d': 'no JSON' } }

/** What the login host writes, and what rests of sign-ins. */
export const accountsParsers: readonly Parser[] = [
  {
    what: 'the answer to a question for a token',
    from: 'the login host, a proxy',
    file: 'main/accounts/tokens/token-answer.ts',
    holds: 'a code that is shown has all that it needs; scopes keep their number',
    property: () =>
      fc.property(
        oddDocument(tokenAnswer, tokenRefusal, codeAnswer),
        fc.constantFrom(200, 400, 401),
        (found, status) => {
          const body =
            typeof found === 'object' && found !== null && !Array.isArray(found) ? { ...found } : null
          const answer = { status, headers: {}, body }
          const refused = refusalIn(answer)
          if (refused) isPending(refused)
          const scoped = scopesAsAsked(answer, 'scope=Files.Read.All+openid').body?.['scope']
          const before: unknown = body?.['scope' as keyof typeof body]
          if (typeof before === 'string') text(String(scoped).split(' ').length <= before.split(' ').length)
          try {
            const code = deviceCodeIn(answer)
            text(Number(code['interval']) > 0 && URL.canParse(String(code['verification_uri'])))
          } catch (error) {
            text(error instanceof ServerError)
          }
        },
      ),
  },
  {
    what: 'why there is no token',
    from: 'the login host',
    file: 'main/accounts/tokens/token-failure.ts',
    holds: 'ends in a reason or passes',
    property: () =>
      fc.property(
        oddText('invalid_grant', 'interaction_required', 'invalid_client', 'network_error', 'server_error'),
        oddText(
          tokenRefusal.error_description,
          'AADSTS700016: not found',
          'AADSTS50196: too often',
          'AADSTS65001',
        ),
        oddText('bad_token', 'consent_required', ''),
        (code, message, suberror) => {
          const failure = tokenFailure(new ServerError(code, '', message, suberror), 0)
          text(failure.kind === 'ended' || failure.kind === 'passing')
          tokenFailure(new AuthError(code, message), 5)
          tokenFailure(message, 0)
        },
      ),
  },
  {
    what: 'why nobody is signed in',
    from: 'the login host',
    file: 'main/accounts/sign-in/sign-in-failure.ts',
    holds: 'is a failure of a known kind',
    property: () =>
      fc.property(
        oddText('access_denied', 'consent_required', 'invalid_client', 'network_error'),
        oddText(tokenRefusal.error_description, 'AADSTS90094', 'AADSTS65004: declined'),
        (code, message) => {
          const place = {
            cloud: globalCloud,
            adminConsentUrl: () => 'https://login.microsoftonline.com/x',
          } as never
          text(typeof signInFailure(new ServerError(code, '', message), place).kind === 'string')
          text(typeof signInFailure(new Error(message), place).kind === 'string')
        },
      ),
  },
  {
    what: 'sign-ins, unsealed',
    from: 'a file',
    file: 'main/accounts/tokens/sign-in-files.ts',
    holds: 'each is an object in JSON; written and read again it is the same',
    property: () =>
      fc.property(oddJson(signIns), (written) => {
        const kept = parseSignIns(written)
        if (typeof kept === 'string') return
        for (const one of kept.values()) JSON.parse(one)
        const again = parseSignIns(formatSignIns(kept))
        text(typeof again !== 'string' && again.size === kept.size)
      }),
  },
  {
    what: 'an application id',
    from: 'a person',
    file: 'main/accounts/account.ts',
    holds: 'is a GUID, or one behind an organization',
    property: () =>
      fc.property(
        oddText(
          '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2',
          'contoso.com/5B1F0C3E-0D2A-4C19-9A77-3E61D0A4F8C2',
          ' x ',
        ),
        (typed) => {
          const id = parseClientId(typed)
          if (id.ok) text(/^(?:[0-9a-z.-]+\/)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id.value))
        },
      ),
  },
  {
    what: 'who plays Microsoft',
    from: 'the environment',
    file: 'main/accounts/clouds.ts',
    holds: 'is this computer, and nobody in a released package',
    property: () =>
      fc.property(
        oddText(
          'http://127.0.0.1:4710',
          'http://localhost:1/',
          'http://evil.example',
          'http://127.1',
          'http://[::1]:1',
        ),
        (value) => {
          const found = parseSimulator(value, false)
          if (found.ok && found.value !== null) text(/^http:\/\/(127\.|localhost|\[::1\])/.test(found.value))
          if (value !== '') text(!parseSimulator(value, true).ok)
          for (const cloud of Object.values(clouds)) text(reach(cloud, link) === link)
        },
      ),
  },
]
