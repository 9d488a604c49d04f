import {
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react'
import type { CatalogueRow } from '../../../preload/contract/webhook-catalogue.ts'
import type { WebhookDraft } from '../../../preload/contract/webhook-form.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import { SignInBar } from '../../ui/sign-in-bar.tsx'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { Address } from './address.tsx'
import { differing, firstDraft, withChangeType } from './webhook-draft.ts'
import { Life } from './life.tsx'
import { Options } from './options.tsx'
import { OutcomeBar } from './outcome-bar.tsx'
import { type FormPart, Hint, Part, Refusals } from './form-part.tsx'
import { NeededPermission } from './needed-permission.tsx'
import { Request, RequestLink } from './request.tsx'
import { Resource } from './resource.tsx'
import { useChecked } from './use-checked.ts'
import { useCreate } from './use-create.ts'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalXL },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlockStart: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  request: { flexGrow: 1 },
  boxes: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginInlineStart: '-8px' },
})

const nothingMissing = () => Promise.resolve(null)

/** The form of one row; its refusals stand under their fields once touched, all of them once it was to be made. */
export function Form(props: {
  readonly row: CatalogueRow
  readonly draft: WebhookDraft
  readonly change: (draft: WebhookDraft) => void
  readonly created: (webhookId: string) => void
  readonly above: ReactNode
}) {
  const words = useWords()
  const { row, draft } = props
  const styles = useStyles()
  const { showWebhooks } = useDrivebell()
  const form = useRef<HTMLFormElement>(null)
  const { checked, look } = useChecked(draft)
  const [isTried, setIsTried] = useState(false)
  const [isRequestShown, setIsRequestShown] = useState(false)
  const { doing, outcome, create, takeOver, forget } = useCreate(props.created)
  const touched = differing(firstDraft(row, draft.accountId), draft)
  const fromMicrosoft = outcome?.kind === 'draft-refused' ? outcome.refusals : []
  const all = fromMicrosoft.length > 0 ? fromMicrosoft : (checked?.refusals ?? [])
  const refusals = isTried ? all : all.filter(({ field }) => touched.includes(field))
  const change = (next: WebhookDraft) => {
    forget()
    props.change(next)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (doing !== 'nothing') return
    setIsTried(true)
    if (await create(draft, look)) return
    // Once they are drawn under their fields.
    requestAnimationFrame(() =>
      form.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' }),
    )
  }
  const part = { row, draft, change, refusals }
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      {props.above}
      <Resource {...part} />
      <ChangeTypes {...part} />
      <Life {...part} />
      <Address checked={checked} refusals={refusals} />
      <Options {...part} />
      {[row.latency, row.quota].map((line) => line !== null && <Hint key={line.key}>{words.say(line)}</Hint>)}
      <NeededPermission permission={row.permission} missing={checked?.missingScopes ?? []} />
      <Warnings warnings={checked?.warnings ?? []} />
      {doing === 'asking' && <SignInBar />}
      {outcome && (
        <OutcomeBar
          outcome={outcome}
          accountId={draft.accountId}
          again={() => void create(draft, nothingMissing)}
          takeOver={(graphId) => void takeOver(draft.accountId, graphId)}
        />
      )}
      {isRequestShown && checked && <Request request={checked.request} />}
      <div className={styles.foot}>
        <span className={styles.request}>
          <RequestLink isShown={isRequestShown} toggle={() => setIsRequestShown(!isRequestShown)} />
        </span>
        <Button onClick={() => showWebhooks({ kind: 'list' })}>{words.phrase('button.cancel')}</Button>
        <Button type="submit" appearance="primary" disabledFocusable={doing !== 'nothing'}>
          {doing === 'asking'
            ? words.phrase('webhook.asking')
            : doing === 'creating'
              ? words.phrase('webhook.form.creating')
              : words.phrase('webhook.form.create')}
        </Button>
      </div>
    </form>
  )
}

/** Why Microsoft may refuse; it is asked all the same. */
function Warnings({ warnings }: { readonly warnings: readonly Message[] }) {
  const words = useWords()
  const sentences = [...new Set(warnings.map((warning) => words.say(warning)))]
  if (sentences.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.phrase('webhook.form.may-refuse')}</MessageBarTitle>
        {sentences.join(' ')}
      </MessageBarBody>
    </MessageBar>
  )
}

/** What Microsoft calls on; what is impossible says why. */
function ChangeTypes({ row, draft, change, refusals }: FormPart) {
  const words = useWords()
  const styles = useStyles()
  const hintId = useId()
  const whys = [...new Set(row.changeTypes.flatMap(({ why }) => (why === null ? [] : [words.say(why)])))]
  return (
    <Part title={words.phrase('webhook.form.call-on')}>
      <div className={styles.boxes}>
        {row.changeTypes.map(({ type, why }) => (
          <Checkbox
            key={type}
            label={words.phrase(`webhook.change.${type}`)}
            checked={draft.changeTypes.includes(type)}
            disabled={why !== null}
            {...(why === null ? {} : { 'aria-describedby': hintId })}
            onChange={(_event, { checked }) => change(withChangeType(draft, row, type, checked === true))}
          />
        ))}
      </div>
      <Refusals refusals={refusals} of={['changeTypes']} />
      {whys.length > 0 && <Hint id={hintId}>{whys.join(' ')}</Hint>}
    </Part>
  )
}
