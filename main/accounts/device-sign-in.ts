import type { AuthenticationResult, DeviceCodeRequest } from '@azure/msal-node'
import { scopesIn } from './scopes.ts'
import type { SignInRequest } from './sign-in/sign-in.ts'

/** What the person types on another device, and where. */
export interface DeviceCode {
  readonly userCode: string
  readonly verificationUri: string
  readonly expiresInMs: number
}

/** Shows a code and waits until it was used elsewhere. Ends at the next poll after the signal does. */
export async function signInByDeviceCode(
  { client, cloud, scopes, signal, claims }: SignInRequest,
  shown: (code: DeviceCode) => void,
): Promise<AuthenticationResult | null> {
  const request: DeviceCodeRequest = {
    scopes: scopesIn(cloud, scopes),
    ...(claims && { claims }),
    deviceCodeCallback: ({ userCode, verificationUri, expiresIn }) => {
      signal.throwIfAborted()
      // the window opens this address: Microsoft's are https, and only the simulator's may be plain
      const { protocol, origin } = new URL(verificationUri)
      if (protocol !== 'https:' && origin !== cloud.simulator) throw new Error('unsafe verification address')
      shown({ userCode, verificationUri, expiresInMs: expiresIn * 1000 })
    },
  }
  signal.addEventListener('abort', () => (request.cancel = true), { once: true })
  return client.msal.acquireTokenByDeviceCode(request)
}
