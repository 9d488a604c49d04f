import type { ChangeKind } from '../../preload/contract/kinds.ts'
import type { Rules } from '../../preload/contract/rules.ts'
import { type FileType, fileTypes, type RuleKind } from '../../preload/contract/kinds.ts'
import type { RuleFact } from '../history/decided-by.ts'
import type { StoredChange } from '../history/stored-change.ts'
import { extensionOf, type PatternMatch, Patterns } from './patterns.ts'
import { isApp, peopleMatch, type PeopleMatch } from './people-match.ts'

/** Which of a subscription's rules leaves a change out. */
export type RuleMatch =
  | { readonly kind: 'app' }
  | { readonly kind: 'kind'; readonly ruleKind: RuleKind }
  | PeopleMatch
  | PatternMatch
  | { readonly kind: 'type'; readonly types: readonly FileType[] }
  | { readonly kind: 'too-small'; readonly least: number }
  | { readonly kind: 'too-large'; readonly most: number }

/** What of it is kept: enough to say what the rule asked for. */
export function factOf(match: Exclude<RuleMatch, { kind: 'app' }>): RuleFact {
  if (match.kind === 'not-among') return { kind: match.kind, ...firstOf('who', match.who) }
  if (match.kind === 'matches-none') return { kind: match.kind, ...firstOf('globs', match.globs) }
  return match.kind === 'excepted' ? { kind: match.kind, someone: match.someone } : match
}

/** So many people or patterns are named; of the others it is said how many they are. */
export const mostNamed = 3

const firstOf = <K extends string, T>(name: K, all: readonly T[]) =>
  ({ [name]: all.slice(0, mostNamed), others: Math.max(0, all.length - mostNamed) }) as Record<
    K,
    readonly T[]
  > & { readonly others: number }

/** As a person chooses kinds; what is several is told when one of them is. */
export const ruleKindsOf: Readonly<Record<ChangeKind, readonly RuleKind[]>> = {
  added: ['added'],
  edited: ['edited'],
  changed: ['edited', 'renamed', 'moved'],
  replaced: ['edited', 'added', 'deleted'],
  renamed: ['renamed'],
  moved: ['moved'],
  'moved-and-renamed': ['moved', 'renamed'],
  deleted: ['deleted'],
  restored: ['restored'],
  shared: ['sharing'],
  unshared: ['sharing'],
  'sharing-changed': ['sharing'],
  malware: ['malware'],
  appeared: ['added'],
}

/** Does anybody but Microsoft stand behind a change? A flag for malware is nobody's doing. */
export const isSomeonesDoing = ({ kind }: Pick<StoredChange, 'kind'>): boolean => kind !== 'malware'

/** The first rule that leaves a change out; null when all let it pass. `patterns` are those of the rules. */
export function matchingRule(
  change: StoredChange,
  rules: Rules,
  ownDomains: ReadonlySet<string>,
  patterns = new Patterns(rules.patterns),
): RuleMatch | null {
  if (change.detail?.brought?.isGap) return null
  return (
    kindMatch(change, rules) ??
    whoMatch(change, rules, ownDomains) ??
    patterns.match(change) ??
    typeMatch(change, rules) ??
    sizeMatch(change, rules)
  )
}

function kindMatch({ kind }: StoredChange, { kinds }: Rules): RuleMatch | null {
  const [first, ...more] = ruleKindsOf[kind]
  if (first === undefined || [first, ...more].some((each) => kinds.includes(each))) return null
  return { kind: 'kind', ruleKind: first }
}

function whoMatch(
  change: StoredChange,
  { apps, people }: Rules,
  ownDomains: ReadonlySet<string>,
): RuleMatch | null {
  if (!isSomeonesDoing(change)) return null
  if (!apps && isApp(change.who)) return { kind: 'app' }
  return peopleMatch(people, change, ownDomains)
}

function typeMatch({ name, oldName }: StoredChange, { types }: Rules): RuleMatch | null {
  const found = [fileTypeOf(name), fileTypeOf(oldName)]
  return types.length === 0 || found.some((type) => type !== null && types.includes(type))
    ? null
    : { kind: 'type', types }
}

/** Folders have no size of their own, and of what is unknown nothing is left out. */
function sizeMatch({ size, itemKind }: StoredChange, { size: { least, most } }: Rules): RuleMatch | null {
  if (size === null || itemKind !== 'file') return null
  if (least !== null && size < least) return { kind: 'too-small', least }
  return most !== null && size > most ? { kind: 'too-large', most } : null
}

const extensions: Readonly<Record<FileType, string>> = {
  documents: 'doc docx docm dot dotx odt rtf txt md pages one onetoc2 wpd tex',
  spreadsheets: 'xls xlsx xlsm xlsb xlt xltx ods csv tsv numbers',
  presentations: 'ppt pptx pptm pps ppsx pot potx odp key',
  pdf: 'pdf',
  images: 'jpg jpeg png gif webp heic heif tif tiff bmp svg psd raw dng cr2 nef avif ico ai',
  'video-and-sound': 'mp4 m4v mov avi mkv webm wmv mpg mpeg mp3 m4a wav flac ogg opus aac wma',
  drawings: 'dwg dxf dwf dgn rvt rfa ifc skp 3dm step stp iges igs stl vsd vsdx drawio',
  archives: 'zip 7z rar tar gz tgz bz2 xz zst iso',
  code: 'js mjs cjs ts tsx jsx py java c h cpp hpp cs go rs rb php swift kt sh ps1 sql html css json xml yaml yml toml ipynb',
}

const typeByExtension: ReadonlyMap<string, FileType> = new Map(
  fileTypes.flatMap((type) => extensions[type].split(' ').map((extension) => [extension, type] as const)),
)

/** Which family a name belongs to by its extension; null: none. */
export function fileTypeOf(name: string | null): FileType | null {
  const extension = name === null ? null : extensionOf(name)
  return extension === null ? null : (typeByExtension.get(extension) ?? null)
}
