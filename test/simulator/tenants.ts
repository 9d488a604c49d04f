/** One organization at Microsoft, or the one tenant of all personal accounts (protocol.md 5.1). */
export interface Tenant {
  readonly id: string
  readonly domain: string
  readonly name: string
  /** Where its sites are; people's own drives are at the same name with `-my`. */
  readonly host: string
  /** Some permissions are given by administrators only (protocol.md 4.1, 5.6). */
  readonly managed: boolean
}

export const lindenhof: Tenant = {
  id: '6f1b0c52-9a3e-4d17-8c2b-75d0e4a19f36',
  domain: 'lindenhof.example',
  name: 'Lindenhof',
  host: 'lindenhof.sharepoint.example',
  managed: true,
}

/** Another company, whose people may agree to everything themselves. */
export const kestrel: Tenant = {
  id: 'd2a80e4b-1c57-4f39-b6e4-08f7c3915a2d',
  domain: 'kestrel.example',
  name: 'Kestrel Yards',
  host: 'kestrel.sharepoint.example',
  managed: false,
}

export const consumers: Tenant = {
  id: '9188040d-6c67-4c5b-b112-36a304b66dad',
  domain: 'consumers',
  name: 'Personal accounts',
  host: 'onedrive.live.example',
  managed: false,
}

/** A tenant by what an authority path calls it; nothing for `common` and `organizations`. */
export function tenantCalled(name: string): Tenant | undefined {
  const wanted = name.toLowerCase()
  return [lindenhof, kestrel, consumers].find(({ id, domain }) => id === wanted || domain === wanted)
}
