import { useEffect, useState } from 'react'
import type { PersonChoice } from '../../../preload/contract/activity.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'

/** Who is in the history under this text; null while it is read. A late answer to an older text is dropped. */
export function usePeople(text: string): readonly PersonChoice[] | null {
  const { bridge } = useDrivebell()
  const [people, setPeople] = useState<readonly PersonChoice[] | null>(null)
  useEffect(() => {
    let late = false
    void bridge.people({ text: text.trim() }).then(
      (found) => late || setPeople(found),
      () => late || setPeople([]),
    )
    return () => void (late = true)
  }, [bridge, text])
  return people
}
