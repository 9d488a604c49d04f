import { createHash } from 'node:crypto'
import { ada, old, type Dialect, type Raw, type Thing } from './entry.ts'

const hex = (key: string) => createHash('md5').update(key).digest('hex')
const guid = (key: string) =>
  hex(key)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    .toUpperCase()
const instant = (time: number | null) =>
  time === null ? null : new Date(time).toISOString().replace('.000Z', 'Z')

/** Facts that all kinds of accounts write alike. */
function facts(thing: Thing, id: (key: string) => string, parent: Raw): Raw {
  const { key, kind = 'file', name = `${key}.txt`, in: folder = 'root', content = 1 } = thing
  const { made = old, saved = old, madeBy = ada, by = ada, more } = thing
  return {
    id: id(key),
    ...(name !== null && { name }),
    size: kind === 'folder' ? 0 : 1_000 + content,
    createdDateTime: instant(made),
    lastModifiedDateTime: instant(saved),
    createdBy: madeBy,
    lastModifiedBy: by,
    webUrl: `https://contoso.example/${key}`,
    parentReference: { ...parent, ...(folder !== null && { id: id(folder) }) },
    ...(kind === 'folder' && { folder: { childCount: 1 } }),
    ...(kind === 'package' && { package: { type: 'oneNote' } }),
    ...(kind === 'album' && { bundle: { childCount: content, album: {} } }),
    ...(kind === 'shortcut' && { remoteItem: { id: 'r', folder: {}, parentReference: { driveId: 'b!r' } } }),
    ...more,
  }
}

function onSharePoint(driveType: string): Dialect {
  const id = (key: string) => `01${hex(key).toUpperCase()}`
  const parent = { driveId: 'b!d', driveType, siteId: `contoso.example,${guid('site')},${guid('web')}` }
  return {
    id,
    root: { id: id('root'), name: 'root', root: {}, folder: {}, parentReference: parent },
    write: (thing) => ({
      eTag: `"{${guid(thing.key)}},${thing.version ?? 1}"`,
      ...((thing.kind ?? 'file') === 'file' && {
        file: { hashes: { quickXorHash: `${thing.content ?? 1}=` } },
      }),
      ...facts(thing, id, parent),
    }),
    gone: ({ key, in: folder = 'root' }) => ({
      id: id(key),
      deleted: { state: 'deleted' },
      size: 0,
      parentReference: { ...parent, ...(folder !== null && { id: id(folder) }) },
    }),
  }
}

/** No cTag in delta, none of the name of what was deleted. */
export const business: Dialect = onSharePoint('business')
export const sharepoint: Dialect = onSharePoint('documentLibrary')

const personalDrive = 'A1B2C3D4E5F60718'

function onPersonal(
  id: (key: string) => string,
  parent: Raw,
  tags: (key: string, version: number, content: number) => { eTag: string; cTag: string },
  hashes: (content: number) => Raw,
): Dialect {
  return {
    id,
    root: { id: id('root'), name: 'root', root: {}, folder: {}, parentReference: parent },
    write: (thing) => ({
      ...tags(thing.key, thing.version ?? 1, thing.content ?? 1),
      ...((thing.kind ?? 'file') === 'file' && { file: { hashes: hashes(thing.content ?? 1) } }),
      ...facts(thing, id, parent),
    }),
    gone: ({ key, name = `${key}.txt`, in: folder = 'root' }) => ({
      id: id(key),
      ...(name !== null && { name }),
      deleted: {},
      parentReference: { ...parent, ...(folder !== null && { id: id(folder) }) },
    }),
  }
}

/** Numbered ids, opaque tags, a cTag on everything. */
export const personal: Dialect = onPersonal(
  (key) =>
    key === 'root' ? `${personalDrive}!101` : `${personalDrive}!${parseInt(hex(key).slice(0, 7), 16)}`,
  { driveId: personalDrive.toLowerCase(), driveType: 'personal' },
  (key, version, content) => ({ eTag: `aRTR${hex(key)}${version}`, cTag: `aYzp${hex(key)}${content}` }),
  (content) => ({ sha1Hash: `${content}A`, sha256Hash: `${content}B` }),
)

/** Moved to the SharePoint back end: ids with 32 digits, its tags, and a root called Documents by its children. */
export const migrated: Dialect = onPersonal(
  (key) => `${personalDrive}!s${key === 'root' ? 'ea8cc6beffdb43d7976fbc7da445c639' : hex(key)}`,
  { driveId: personalDrive, driveType: 'personal', name: 'Documents', siteId: guid('site') },
  (key, version, content) => ({
    eTag: `"{${guid(key)}},${version}"`,
    cTag: `"c:{${guid(key)}},${content}"`,
  }),
  (content) => ({ quickXorHash: `${content}=` }),
)
