import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { QuietHours } from '../../preload/contract/rules.ts'
import { QuietHoursFields } from '../ui/quiet-hours-fields.tsx'
import { words } from '../words/english.ts'
import { settingsWords as said } from '../words/settings.ts'

/** When it is quiet everywhere. */
export function QuietHoursDialog(props: {
  readonly hours: QuietHours
  readonly save: (hours: QuietHours) => void
  readonly close: () => void
}) {
  const [hours, setHours] = useState(props.hours)
  const save = () => {
    props.save(hours)
    props.close()
  }
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && props.close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{said.quietHours}</DialogTitle>
          <DialogContent>
            <QuietHoursFields hours={hours} change={setHours} />
          </DialogContent>
          <DialogActions>
            <Button onClick={props.close}>{words.common.cancel}</Button>
            <Button appearance="primary" onClick={save}>
              {said.save}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
