/** `node build/sbom.ts`: writes out/sbom.cdx.json, what the built app is made of; part of `npm run pack`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { root } from './host.ts'
import { npm } from './run.ts'

const componentSchema = z.looseObject({ 'bom-ref': z.string(), name: z.string(), version: z.string() })
const sbomSchema = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string() }) }),
  components: z.array(componentSchema),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
})

/** A list of packages in the form of CycloneDX, as npm writes it. */
export type Sbom = z.infer<typeof sbomSchema>

/** The packages whose licenses a bundle names, as `name@version`. */
export function bundledIn(licences: string): readonly string[] {
  return [...licences.matchAll(/^## (\S+) - (\S+)(?: \(|$)/gm)].map(
    ([, name, version]) => `${name}@${version}`,
  )
}

/**
 * What npm says of all packages, cut to the shipped ones. The time and the number of the run go too, so that the same
 * sources make the same list. Whatever is bundled is needed, though npm knows it as a tool only.
 */
export function shippedOnly(all: Sbom, shipped: ReadonlySet<string>): Sbom {
  const { serialNumber: _, metadata, components, dependencies, ...rest } = all
  const { timestamp: __, ...facts } = metadata
  const kept = components.filter(({ name, version }) => shipped.has(`${name}@${version}`))
  const refs = new Set([metadata.component['bom-ref'], ...kept.map((each) => each['bom-ref'])])
  return {
    ...rest,
    metadata: { ...facts, component: { ...metadata.component, name: 'drivebell' } },
    components: kept.map(({ properties: ___, ...each }) => ({ ...each, scope: 'required' })),
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map((each) => ({ ...each, dependsOn: each.dependsOn.filter((ref) => refs.has(ref)) })),
  }
}

/** Writes the list for what is in out/. */
export function writeSbom(): void {
  const said = npm('sbom', '--sbom-format', 'cyclonedx', '--package-lock-only')
  const all = sbomSchema.parse(JSON.parse(said))
  const bundled = ['main', 'preload', 'renderer'].flatMap((part) =>
    bundledIn(readFileSync(join(root, 'out', part, 'licenses.md'), 'utf8')),
  )
  const electron = all.components.find(({ name }) => name === 'electron')
  const sbom = shippedOnly(all, new Set([...bundled, `electron@${electron?.version}`]))
  writeFileSync(join(root, 'out/sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`)
}

if (import.meta.main) writeSbom()
