import { useWords } from '../ui/words-context.ts'
import { Button, Field, Input, makeStyles, tokens, useAnnounce } from '@fluentui/react-components'
import { Link20Regular } from '@fluentui/react-icons/svg/link'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Discovered, Found } from '../../preload/contract/discovery.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { narrow } from '../ui/use-media.ts'
import { Waiting } from '../ui/waiting.tsx'
import { AskConsent } from './ask-consent.tsx'
import { Results } from './results.tsx'
import { Looks, type PanesProps } from './looks.ts'
import { SiteContents } from './site-contents.tsx'
import { useFollowStyles } from './follow-styles.ts'

const useStyles = makeStyles({
  form: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  field: { flexGrow: 1, minWidth: 0, maxWidth: '560px' },
  input: { minWidth: 0 },
  // Level with the input, whose label stands above it.
  find: {
    flexShrink: 0,
    marginBlockStart: `calc(${tokens.lineHeightBase300} + 3 * ${tokens.spacingVerticalXXS})`,
  },
  hint: {
    margin: 0,
    maxWidth: '560px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    [narrow]: { maxWidth: 'none' },
  },
})

type Answer = { readonly kind: 'none' } | { readonly kind: 'looking' } | Discovered

/** A sharing link, an address or an id: what it points to, or why it cannot be followed. */
export function ByLink(props: PanesProps) {
  const { account, chosen, add, drop } = props
  const { bridge } = useDrivebell()
  const [looks] = useState(() => new Looks((input) => bridge.discover(input)))
  // An answer that comes when another tab is open must not choose for somebody.
  useEffect(() => () => looks.forget(), [looks])
  const styles = useStyles()
  const shared = useFollowStyles()
  const words = useWords()
  const { announce } = useAnnounce()
  const input = useRef<HTMLInputElement>(null)
  const [answer, setAnswer] = useState<Answer>({ kind: 'none' })
  const [site, setSite] = useState<Found | null>(null)
  const take = (found: Found) => {
    const isSite = found.choice.kind === 'site'
    setSite(isSite ? found : null)
    if (!isSite) add(found)
  }
  const clear = (next: Answer) => {
    setAnswer(next)
    setSite(null)
    // what was found for another text is not to be followed unseen
    if (answer.kind === 'page') for (const found of answer.rows) drop(found)
  }
  const find = async () => {
    const text = (input.current?.value ?? '').trim().slice(0, 4000)
    if (text === '') return input.current?.focus()
    clear({ kind: 'looking' })
    const found = await looks.look({ accountId: account.id, place: { kind: 'link', text }, cursor: null })
    if (found === null) return
    setAnswer(found)
    if (found.kind === 'refused') input.current?.focus()
    if (found.kind !== 'page') return
    const [first] = found.rows
    if (first && first.choice.kind !== 'closed') take(first)
    announce(first ? words.phrase('follow.found', { name: first.name }) : words.phrase('follow.nothing.link'))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void find()
  }
  const changed = () => {
    if (answer.kind === 'none') return
    // An answer under way is for what stood here before.
    looks.forget()
    clear({ kind: 'none' })
  }
  return (
    <div className={shared.pane}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field
          className={styles.field}
          label={words.phrase('follow.link')}
          {...(answer.kind === 'refused' ? { validationMessage: words.say(answer.why) } : {})}
        >
          <Input
            className={styles.input}
            contentBefore={<Link20Regular aria-hidden="true" />}
            input={{ ref: input, spellCheck: false, autoComplete: 'off', dir: 'ltr', maxLength: 4000 }}
            onChange={changed}
          />
        </Field>
        <Button type="submit" className={styles.find}>
          {words.phrase('follow.link.find')}
        </Button>
      </form>
      <p className={styles.hint}>{words.phrase('follow.link.hint')}</p>
      {answer.kind === 'looking' && <Waiting text={words.phrase('follow.loading')} />}
      {answer.kind === 'consent' && (
        <AskConsent account={account} place="link" needed={answer} again={() => void find()} />
      )}
      {answer.kind === 'page' && answer.rows.length === 0 && (
        <p className={shared.sentence}>{words.phrase('follow.nothing.link')}</p>
      )}
      {answer.kind === 'page' && answer.rows.length > 0 && (
        <Results
          label={words.phrase('follow.tab.link')}
          rows={answer.rows}
          chosen={site ? new Set([...chosen, site.key]) : chosen}
          choose={take}
        />
      )}
      {site?.choice.kind === 'site' && (
        <SiteContents
          key={site.key}
          {...props}
          name={site.name}
          siteId={site.choice.siteId}
          takesFocus={false}
          back={null}
        />
      )}
    </div>
  )
}
