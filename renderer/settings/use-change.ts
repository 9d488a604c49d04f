import type { Input } from '../../preload/contract/commands.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useRun } from '../ui/use-run.tsx'

/** Changes settings; what comes of it is in the next state. */
export function useChange(): (changed: Input<'changeSettings'>) => void {
  const { bridge } = useDrivebell()
  const run = useRun()
  return (changed) => void run(bridge.changeSettings(changed))
}
