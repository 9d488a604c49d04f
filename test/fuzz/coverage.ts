import { readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

interface Range {
  readonly startOffset: number
  readonly endOffset: number
  readonly count: number
}

/** Counts which lines of files ran, as V8 tells it; begun before they are loaded. */
export class Coverage {
  readonly #session = new Session()

  async start(): Promise<void> {
    this.#session.connect()
    await this.#session.post('Profiler.enable')
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  }

  /** How many of a file's lines that do anything were run, by its path below `root`. */
  async of(
    root: string,
    files: readonly string[],
  ): Promise<ReadonlyMap<string, { ran: number; lines: number; missed: readonly number[] }>> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage')
    return new Map(
      files.map((file) => {
        const path = join(root, file)
        const functions = result.find(({ url }) => url === pathToFileURL(path).href)?.functions ?? []
        return [file, linesOf(readFileSync(path, 'utf8'), functions)]
      }),
    )
  }
}

/**
 * The innermost range around a line says how often it ran; functions that were never called are left out. Types are taken
 * out in place, so offsets are the source's.
 */
function linesOf(source: string, functions: readonly { readonly ranges: readonly Range[] }[]) {
  const ranges = functions.flatMap(({ ranges: [whole, ...parts] }) =>
    whole ? [{ ...whole, isWhole: true }, ...parts.map((part) => ({ ...part, isWhole: false }))] : [],
  )
  let offset = 0
  let [ran, lines] = [0, 0]
  const missed: number[] = []
  for (const [index, line] of source.split('\n').entries()) {
    const at = offset + line.length - line.trimStart().length
    offset += line.length + 1
    if (!/[a-z0-9]/i.test(line) || /^\s*(\/\/|\/?\*|import |export (interface|type) )/.test(line)) continue
    const around = ranges.filter(({ startOffset, endOffset }) => startOffset <= at && at < endOffset)
    const inner = around.toSorted((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset))[0]
    if (inner?.isWhole && inner.count === 0) continue
    lines++
    if (inner && inner.count > 0) ran++
    else missed.push(index + 1)
  }
  return { ran, lines, missed }
}
