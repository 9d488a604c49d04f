import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { type ComponentType, type ReactNode, useState } from 'react'
import type { WebhookDraft } from '../../../preload/contract/webhook-form.ts'
import { isSignedIn } from '../../../preload/contract/state.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { SignInBar } from '../../ui/sign-in-bar.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useWords } from '../../ui/words-context.ts'
import { AccountSelect } from '../account-select.tsx'
import { OutcomeBar } from '../create/outcome-bar.tsx'
import { useCatalogue } from '../create/use-catalogue.ts'
import { useCreate } from '../create/use-create.ts'
import { firstDraft } from '../create/webhook-draft.ts'
import { StateIcon } from '../state-icon.tsx'

const useStyles = makeStyles({
  text: { margin: 0 },
  both: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  done: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, margin: 0 },
})

/** New mail in one's inbox, which everybody can try at once; then what comes of it. */
export function FirstWebhook(props: {
  readonly step: ComponentType<{ readonly title: string; readonly children: ReactNode }>
}) {
  const { step: Step } = props
  const words = useWords()
  const styles = useStyles()
  const { bridge, state, showWebhooks } = useDrivebell()
  const usable = state.accounts.filter(isSignedIn)
  const [chosen, choose] = useState<string | null>(null)
  const account = usable.find(({ id }) => id === chosen) ?? usable[0]
  const rows = useCatalogue(account?.id ?? '', account?.scopes ?? [])
  const row = typeof rows === 'string' ? undefined : rows.find(({ key }) => key === 'message')
  const [madeId, setMadeId] = useState<string | null>(null)
  const { doing, outcome, create, takeOver } = useCreate(setMadeId)
  const made = state.webhooks.rows.find(({ id }) => id === madeId)
  const draft: WebhookDraft | null =
    row && account
      ? {
          ...firstDraft(row, account.id),
          form: 'folder',
          filled: { 'mail-folder': ['inbox'] },
          changeTypes: ['created'],
        }
      : null
  const look = () => (draft ? bridge.draftWebhook(draft).catch(() => null) : Promise.resolve(null))
  return (
    <>
      <Step title={words.phrase('guide.first')}>
        <p className={styles.text}>{words.phrase('guide.first-text')}</p>
        {account && <AccountSelect accountId={account.id} choose={choose} />}
        {doing === 'asking' && <SignInBar />}
        {outcome && account && (
          <OutcomeBar
            outcome={outcome}
            accountId={account.id}
            again={() => void (draft && create(draft, () => Promise.resolve(null)))}
            takeOver={(graphId) => void takeOver(account.id, graphId)}
          />
        )}
        <div className={styles.both}>
          <Button
            appearance="primary"
            disabledFocusable={doing !== 'nothing' || draft === null || made !== undefined}
            onClick={() => void (draft && create(draft, look))}
          >
            {words.phrase(
              doing === 'asking'
                ? 'webhook.asking'
                : doing === 'creating'
                  ? 'webhook.form.creating'
                  : 'webhook.form.create',
            )}
          </Button>
          <Button onClick={() => showWebhooks({ kind: 'new' })}>{words.phrase('guide.other')}</Button>
        </div>
      </Step>
      <Step title={words.phrase('guide.delivery')}>
        <p className={styles.text}>{words.phrase('guide.delivery-text')}</p>
        {made && made.delivered === 0 && <Waiting text={words.phrase('guide.waiting')} />}
        {made && made.delivered > 0 && (
          <output className={styles.done}>
            <StateIcon kind="delivering" />
            {words.phrase('guide.delivered')}
          </output>
        )}
      </Step>
    </>
  )
}
