import { type FileType, fileTypes } from '../../preload/contract/rules.ts'
import { extensionOf } from '../rules/patterns.ts'

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
