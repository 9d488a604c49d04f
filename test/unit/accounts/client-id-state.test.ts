import { expect, test } from 'vitest'
import { clientIdState } from '../../../main/accounts/client-id-state.ts'

const id = '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2'
const other = '0a1b2c3d-0d2a-4c19-9a77-3e61d0a4f8c2'
const simulator = 'http://127.0.0.1:4000'

test.each([
  { environment: id, settings: other, simulator: null, state: { kind: 'known', id, from: 'environment' } },
  {
    environment: undefined,
    settings: other,
    simulator: null,
    state: { kind: 'known', id: other, from: 'settings' },
  },
  { environment: '', settings: null, simulator: null, state: { kind: 'missing', refused: null } },
  {
    environment: 'tooshort',
    settings: null,
    simulator: null,
    state: {
      kind: 'missing',
      refused: {
        key: 'client-id.environment',
        values: { why: { key: 'client-id.length', values: { n: 8 } } },
      },
    },
  },
  { environment: 'tooshort', settings: other, simulator: null, state: { kind: 'known', id: other } },
  { environment: 'any', settings: null, simulator, state: { kind: 'known', id: 'any', from: 'environment' } },
  { environment: undefined, settings: null, simulator, state: { kind: 'known', from: 'simulator' } },
])('$environment in the environment, $settings in the settings, simulator $simulator', (given) => {
  const environment = given.environment === undefined ? {} : { DRIVEBELL_CLIENT_ID: given.environment }
  expect(clientIdState(given.simulator, given.settings, environment)).toMatchObject(given.state)
})
