import { MenuItem } from '@fluentui/react-components'
import type { Input } from '../../preload/contract/commands.ts'
import { words } from '../words/english.ts'
import { useDrivebell } from './drivebell-context.ts'
import { useRun } from './use-run.tsx'

const said = words.pauses

/** The spans something can be paused for, as menu items. `lead` says whether a sentence or a submenu leads to them. */
export function PauseItems(props: {
  readonly what: Input<'pause'>['what']
  readonly lead: 'pause-for' | 'pause'
  readonly disabled?: boolean
}) {
  const { bridge } = useDrivebell()
  const run = useRun()
  const spans = [
    ['an-hour', props.lead === 'pause-for' ? said.anHour : said.forAnHour],
    ['tomorrow', said.tomorrow],
    [null, said.untilResumed],
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
