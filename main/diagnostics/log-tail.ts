import { diskCode, type Files } from '../kit/files.ts'
import { redact } from '../kit/log.ts'

const mostBytes = 64 * 1024

/** The last lines of a log, without what must not be read; none where there is no log. */
export function logTail(files: Files, file: string, lines: number): readonly string[] {
  try {
    if (!files.statSync(file).isFile()) return []
    const bytes = files.readFileSync(file)
    const text = bytes.subarray(-mostBytes).toString('utf8')
    const whole = bytes.length > mostBytes ? text.slice(text.indexOf('\n') + 1) : text
    return whole
      .split('\n')
      .filter((line) => line !== '')
      .slice(-lines)
      .map(redact)
  } catch (error) {
    if (diskCode(error) === null) throw error
    return []
  }
}
