import { Button } from '@fluentui/react-components'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { useState } from 'react'
import type { QuietHours } from '../../preload/contract/rules.ts'
import { QuietHoursFields } from '../ui/quiet-hours-fields.tsx'
import { useWords } from '../ui/words-context.ts'

/** When it is quiet everywhere. */
export function QuietHoursDialog(props: {
  readonly hours: QuietHours
  readonly save: (hours: QuietHours) => void
  readonly close: () => void
}) {
  const words = useWords()
  const [hours, setHours] = useState(props.hours)
  const save = () => {
    props.save(hours)
    props.close()
  }
  return (
    <DialogFrame
      title={words.phrase('settings.quiet')}
      close={props.close}
      buttons={
        <>
          <Button onClick={props.close}>{words.phrase('button.cancel')}</Button>
          <Button appearance="primary" onClick={save}>
            {words.phrase('button.save')}
          </Button>
        </>
      }
    >
      <QuietHoursFields hours={hours} change={setHours} />
    </DialogFrame>
  )
}
