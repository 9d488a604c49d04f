import type { Message } from '../../preload/words/phrase.ts'
import { Button } from '@fluentui/react-components'
import { type KeyboardEvent, useState } from 'react'
import type { SubscriptionView } from '../../preload/contract/state.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { settled } from '../ui/use-run.tsx'
import { FolderPicker, WishWords } from './folder-picker.tsx'
import { Refusal, Surface } from './surface.tsx'
import { drivedBy, scopeOf, wishOf } from './wish.ts'
import { Phrase } from '../ui/phrase.tsx'
import { useWords } from '../ui/words-context.ts'

/** Chooses folders and files of a drive that is followed already. A list has none: nothing is shown for it. */
export function ScopeDialog(props: { readonly subscription: SubscriptionView; readonly close: () => void }) {
  const words = useWords()
  const { id, accountId, target, name } = props.subscription
  const { bridge } = useDrivebell()
  const [wish, setWish] = useState(() => wishOf(props.subscription.scope))
  const [refusal, setRefusal] = useState<Message | null>(null)
  const [isBusy, setBusy] = useState(false)
  const driveId = drivedBy(target)
  const scope = scopeOf(wish)
  const save = async () => {
    if (!scope || isBusy) return
    setBusy(true)
    const outcome = await settled(bridge.setScope({ subscriptionId: id, scope }))
    setBusy(false)
    if (outcome.ok) props.close()
    else setRefusal(outcome.why)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void save()
  }
  if (driveId === null) return null
  return (
    <Surface
      title={
        <>
          <Phrase pieces={words.pieces('follow.folders.title', { name })} />
        </>
      }
      close={props.close}
      onKeyDown={onKeyDown}
      said={refusal === null ? <WishWords wish={wish} name={name} /> : <Refusal why={refusal} />}
      buttons={
        <>
          <Button onClick={props.close}>{words.phrase('button.cancel')}</Button>
          <Button appearance="primary" disabledFocusable={!scope || isBusy} onClick={() => void save()}>
            {words.phrase('button.save')}
          </Button>
        </>
      }
    >
      <FolderPicker
        {...{ accountId, driveId, name, wish }}
        change={(next) => {
          setWish(next)
          setRefusal(null)
        }}
      />
    </Surface>
  )
}
