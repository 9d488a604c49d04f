import { MenuItem } from '@fluentui/react-components'
import type { Input } from '../../preload/contract/commands.ts'
import { useDrivebell } from './drivebell-context.ts'
import { useRun } from './use-run.tsx'
import { useWords } from './words-context.ts'

/** The spans something can be paused for, as menu items. `lead` says whether a sentence or a submenu leads to them. */
export function PauseItems(props: {
  readonly what: Input<'pause'>['what']
  readonly lead: 'pause-for' | 'pause'
  readonly disabled?: boolean
}) {
  const { bridge } = useDrivebell()
  const words = useWords()
  const run = useRun()
  const spans = [
    ['an-hour', words.phrase(props.lead === 'pause-for' ? 'pause.an-hour' : 'pause.for-an-hour')],
    ['tomorrow', words.phrase('pause.tomorrow', { time: words.timeOfDay('08:00') })],
    [null, words.phrase('pause.until-resumed')],
  ] as const
  return spans.map(([until, label]) => (
    <MenuItem
      key={label}
      disabled={props.disabled ?? false}
      onClick={() => void run(bridge.pause({ what: props.what, until }))}
    >
      {label}
    </MenuItem>
  ))
}
