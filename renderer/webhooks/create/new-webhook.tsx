import { useWords } from '../../ui/words-context.ts'
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { isSignedIn } from '../../../preload/contract/state.ts'
import type { CatalogueRow } from '../../../preload/contract/webhook-catalogue.ts'
import type { WebhookDraft } from '../../../preload/contract/webhook-form.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { useNarrow } from '../../ui/use-media.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { AccountSelect } from '../account-select.tsx'
import { Back } from '../back.tsx'
import { usePaneStyles } from '../pane-styles.ts'
import { SubPage } from '../sub-page.tsx'
import { CatalogueList } from './catalogue-list.tsx'
import { useCatalogue } from './use-catalogue.ts'
import { firstDraft } from './webhook-draft.ts'
import { Form } from './form.tsx'

const useStyles = makeStyles({
  catalogue: { width: '232px', padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}` },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
})

/** What was begun and not finished; it stays while the listener is looked after. */
export interface Begun {
  readonly draft: WebhookDraft | null
  readonly keep: (draft: WebhookDraft | null) => void
}

/** A webhook in the making: the catalogue, and the form of its chosen row. */
export function NewWebhook({ begun }: { readonly begun: Begun }) {
  const words = useWords()
  const { state } = useDrivebell()
  const usable = state.accounts.filter(isSignedIn)
  const [accountId, setAccountId] = useState(begun.draft?.accountId ?? usable[0]?.id ?? '')
  const account = usable.find(({ id }) => id === accountId) ?? usable[0]
  if (!account)
    return (
      <SubPage name={words.phrase('webhooks.new')}>
        <p>{words.phrase('webhook.form.no-account')}</p>
      </SubPage>
    )
  const choose = (id: string) => {
    begun.keep(null)
    setAccountId(id)
  }
  return (
    <SubPage
      name={words.phrase('webhooks.new')}
      flush
      actions={<AccountSelect accountId={account.id} choose={choose} />}
    >
      <Panes key={account.id} accountId={account.id} scopes={account.scopes} begun={begun} />
    </SubPage>
  )
}

function Panes(props: {
  readonly accountId: string
  readonly scopes: readonly string[]
  readonly begun: Begun
}) {
  const words = useWords()
  const { accountId, begun } = props
  const { showWebhooks } = useDrivebell()
  const panes = usePaneStyles()
  const styles = useStyles()
  const small = useNarrow()
  const rows = useCatalogue(accountId, props.scopes)
  // Where one pane is shown at a time: whether that is the form.
  const [isChosen, setIsChosen] = useState(begun.draft !== null)
  if (rows === 'loading' || rows === 'failed')
    return (
      <div className={panes.alone}>
        {rows === 'loading' ? (
          <Waiting text={words.phrase('webhook.form.loading')} />
        ) : (
          <p>{words.phrase('webhook.form.failed')}</p>
        )}
      </div>
    )
  const kept = rows.find(({ key }) => key === begun.draft?.row)
  const row = kept ?? rows.find(({ locked }) => locked === null)
  const draft = kept && begun.draft ? begun.draft : row && firstDraft(row, accountId)
  const choose = (chosen: CatalogueRow) => {
    // Kept even where it is the one shown: another may come first when permissions change.
    begun.keep(chosen.key === row?.key && draft ? draft : firstDraft(chosen, accountId))
    setIsChosen(true)
  }
  return (
    <div className={panes.panes}>
      {(!small || !isChosen) && (
        <div className={mergeClasses(panes.first, styles.catalogue)}>
          <CatalogueList rows={rows} chosen={small ? null : (row?.key ?? null)} choose={choose} />
        </div>
      )}
      {row && draft && (!small || isChosen) && (
        <div className={panes.second}>
          <Form
            key={row.key}
            row={row}
            draft={draft}
            change={begun.keep}
            created={(webhookId) => {
              begun.keep(null)
              showWebhooks({ kind: 'list', webhookId })
            }}
            above={
              small && (
                <>
                  <div>
                    <Back label={words.phrase('webhook.form.back')} go={() => setIsChosen(false)} />
                  </div>
                  <h2 className={styles.title}>{words.say(row.title)}</h2>
                </>
              )
            }
          />
        </div>
      )}
    </div>
  )
}
