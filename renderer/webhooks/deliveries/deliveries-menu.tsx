import { MenuItem } from '@fluentui/react-components'
import { type ChangeEvent, useRef } from 'react'
import type { DeliveryFilter } from '../../../preload/contract/deliveries.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { MoreMenu } from '../../ui/more-menu.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { useDone } from '../../ui/use-done.tsx'
import { useRun } from '../../ui/use-run.tsx'
import { useWords } from '../../ui/words-context.ts'

/** What can be done with all the deliveries that are shown: handed on, saved, and handed on from a file. */
export function DeliveriesMenu(props: { readonly filter: DeliveryFilter; readonly forward: () => void }) {
  const words = useWords()
  const { bridge } = useDrivebell()
  const run = useRun()
  const done = useDone()
  const file = useRef<HTMLInputElement>(null)
  const save = async () => {
    const outcome = await run(bridge.saveDeliveries({ filter: props.filter }))
    if (outcome === null || outcome.written === null) return
    done(<Phrase pieces={words.pieces('deliveries.saved', { file: outcome.written })} />)
  }
  const replay = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const text = await target.files?.[0]?.text()
    target.value = '' // the same file may be chosen again
    if (text === undefined) return
    const outcome = await run(bridge.replaySeries({ text }))
    if (outcome === null) return
    const { sent, failed } = outcome
    done(
      failed === 0
        ? words.phrase('deliveries.series-sent', { sent })
        : words.phrase('deliveries.series-failed', { sent, failed }),
    )
  }
  return (
    <>
      <MoreMenu>
        <MenuItem onClick={props.forward}>{words.phrase('forwarding.menu')}</MenuItem>
        <MenuItem onClick={() => void save()}>{words.phrase('deliveries.save')}</MenuItem>
        <MenuItem onClick={() => file.current?.click()}>{words.phrase('deliveries.replay-series')}</MenuItem>
      </MoreMenu>
      <input
        ref={file}
        type="file"
        hidden
        accept="application/json,.json"
        aria-label={words.phrase('deliveries.replay-series')}
        onChange={(event) => void replay(event)}
      />
    </>
  )
}
