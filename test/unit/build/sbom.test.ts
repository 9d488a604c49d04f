import { expect, test } from 'vitest'
import { bundledIn, shippedOnly, type Sbom } from '../../../build/sbom.ts'

const component = (name: string, version: string) => ({
  'bom-ref': `${name}@${version}`,
  name,
  version,
  scope: 'optional',
  properties: [{ name: 'cdx:npm:package:development', value: 'true' }],
})

const all: Sbom = {
  serialNumber: 'urn:uuid:23c58e50',
  metadata: {
    timestamp: '2026-11-29T06:07:26.198Z',
    component: { 'bom-ref': 'drivebell@0.1.0', name: 'checkout' },
  },
  components: [
    component('@azure/msal-node', '7.2.1'),
    component('jwa', '2.0.1'),
    component('knip', '6.38.0'),
  ],
  dependencies: [
    { ref: 'drivebell@0.1.0', dependsOn: ['@azure/msal-node@7.2.1', 'knip@6.38.0'] },
    { ref: '@azure/msal-node@7.2.1', dependsOn: ['jwa@2.0.1'] },
    { ref: 'knip@6.38.0', dependsOn: ['jwa@2.0.1'] },
  ],
}

test('what a bundle names is read with and without a licence behind it', () => {
  const page = '# Licenses\n\n## @azure/msal-node - 7.2.1 (MIT)\n\ntext - 1.0 (MIT)\n\n## jwa - 2.0.1\n'
  expect(bundledIn(page)).toEqual(['@azure/msal-node@7.2.1', 'jwa@2.0.1'])
})

test('only what ships is listed, as needed, and the same each time', () => {
  expect(shippedOnly(all, new Set(['@azure/msal-node@7.2.1', 'jwa@2.0.1', 'jwa@1.0.0']))).toEqual({
    metadata: { component: { 'bom-ref': 'drivebell@0.1.0', name: 'drivebell' } },
    components: [
      { 'bom-ref': '@azure/msal-node@7.2.1', name: '@azure/msal-node', version: '7.2.1', scope: 'required' },
      { 'bom-ref': 'jwa@2.0.1', name: 'jwa', version: '2.0.1', scope: 'required' },
    ],
    dependencies: [
      { ref: 'drivebell@0.1.0', dependsOn: ['@azure/msal-node@7.2.1'] },
      { ref: '@azure/msal-node@7.2.1', dependsOn: ['jwa@2.0.1'] },
    ],
  })
})
