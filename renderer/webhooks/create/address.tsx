import { useWords } from '../../ui/words-context.ts'
import { Button, makeStyles, tokens, Tooltip } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { useId } from 'react'
import type { CheckedDraft, DraftRefusal } from '../../../preload/contract/webhook-form.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { NativeInput } from '../../ui/native.tsx'
import { useCopy } from '../../ui/use-copy.tsx'
import { Hint, Refusals } from './form-part.tsx'

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalXS },
  both: { display: 'flex', gap: tokens.spacingHorizontalXS },
  address: { flexGrow: 1, textOverflow: 'ellipsis' },
  setUp: { alignSelf: 'start' },
})

/** Where Microsoft will call: made for this webhook alone; its secret part is shortened. */
export function Address(props: {
  /** Null until the app has looked at the draft: whether there is an address is not known yet. */
  readonly checked: Pick<CheckedDraft, 'address'> | null
  readonly refusals: readonly DraftRefusal[]
}) {
  const words = useWords()
  const styles = useStyles()
  const { showWebhooks } = useDrivebell()
  const copy = useCopy()
  const fieldId = useId()
  const address = props.checked?.address ?? null
  const isMissing = props.checked !== null && address === null
  return (
    <div className={styles.field}>
      <label htmlFor={fieldId}>{words.phrase('webhook.form.called-at')}</label>
      <div className={styles.both}>
        <NativeInput
          id={fieldId}
          className={styles.address}
          readOnly
          dir="ltr"
          value={address ?? ''}
          placeholder={isMissing ? words.phrase('webhook.form.no-address') : undefined}
        />
        {address !== null && (
          <Tooltip content={words.phrase('webhook.form.copy-address')} relationship="label">
            <Button
              appearance="subtle"
              icon={<CopyRegular />}
              onClick={() => void copy(address, words.phrase('webhook.did.address-copied'))}
            />
          </Tooltip>
        )}
      </div>
      <Refusals refusals={props.refusals} of={['address', 'lifecycle', 'clientState']} />
      {isMissing ? (
        <Button className={styles.setUp} size="small" onClick={() => showWebhooks({ kind: 'listener' })}>
          {words.phrase('webhooks.set-up')}
        </Button>
      ) : (
        <Hint>{words.phrase('webhook.form.called-hint')}</Hint>
      )}
    </div>
  )
}
