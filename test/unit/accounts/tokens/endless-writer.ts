import { TokenCache } from '../../../../main/accounts/tokens/token-cache.ts'
import { systemClock } from '../../../../main/kit/clock.ts'
import { TestKeyring } from './keyring.ts'

// writes ever newer sign-ins into the folder it is given, until it is killed
const cache = new TokenCache({
  directory: process.argv[2] ?? '',
  sealer: new TestKeyring(),
  unsealedByChoice: () => false,
  clock: systemClock,
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
})
await cache.open()
console.log('ready')
for (let n = 1; ; n++) {
  cache.write('a.b', JSON.stringify({ n, filling: 'x'.repeat(200_000) }))
  await new Promise((resolve) => setImmediate(resolve))
}
