import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { Key20Regular } from '@fluentui/react-icons/svg/key'
import { useState } from 'react'
import { ClientIdField } from '../ui/client-id-field.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useWords } from '../ui/words-context.ts'
import { SettingsRow } from './setting-row.tsx'
import { Group } from '../ui/group.tsx'

const useStyles = makeStyles({ id: { fontFamily: tokens.fontFamilyMonospace } })

/** The Entra application id, where it was entered here; one from the environment is not for this page. */
export function ApplicationId() {
  const styles = useStyles()
  const words = useWords()
  const { clientId } = useDrivebell().state
  if (clientId.kind === 'missing' || clientId.from === 'environment') return null
  const own = clientId.from === 'settings'
  const from = `settings.application-id.from-${clientId.from}` as const
  return (
    <Group title={words.phrase('settings.application-id')}>
      <SettingsRow
        id="application"
        setting="clientId"
        Icon={Key20Regular}
        name={<bdi className={styles.id}>{clientId.id}</bdi>}
        caption={words.phrase(from)}
      >
        {own && <Change id={clientId.id} />}
      </SettingsRow>
    </Group>
  )
}

function Change({ id }: { readonly id: string }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={(_event, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small">{words.phrase('settings.application-id.change')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.phrase('settings.application-id')}</DialogTitle>
          <DialogContent>
            <ClientIdField value={id} size="medium" done={() => setOpen(false)} />
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{words.phrase('button.cancel')}</Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
