import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { useState } from 'react'
import type { AccountView } from '../../preload/contract/state.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useRun } from '../ui/use-run.tsx'
import { Phrase } from '../ui/phrase.tsx'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  text: { margin: 0 },
  // Its box stands under the text, not its padding.
  check: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
})

/** Asks before signing out, and names what goes with it. */
export function SignOutDialog(props: { readonly account: AccountView; readonly close: () => void }) {
  const words = useWords()
  const styles = useStyles()
  const { id, username, drives } = props.account
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const titles = state.webhooks.rows
    .filter((row) => row.accountId === id && row.state.kind !== 'elsewhere')
    .map(({ title }) => words.say(title))
  const [keepHistory, setKeepHistory] = useState(true)
  return (
    <DialogFrame
      isQuestion
      title={<Phrase pieces={words.pieces('accounts.sign-out-title', { account: username })} />}
      close={props.close}
      buttons={
        <>
          <Button
            appearance="primary"
            onClick={() => {
              props.close()
              void run(bridge.signOut({ accountId: id, keepHistory }))
            }}
          >
            {words.phrase('accounts.sign-out')}
          </Button>
          <Button onClick={props.close}>{words.phrase('button.cancel')}</Button>
        </>
      }
    >
      <p className={styles.text}>{words.phrase('accounts.sign-out-text', { n: drives })}</p>
      {titles.length > 0 && (
        <p className={styles.text}>
          {words.phrase('account.sign-out.webhooks', {
            n: titles.length,
            names: words.list(titles, 'and'),
          })}
        </p>
      )}
      <Checkbox
        className={styles.check}
        label={words.phrase('accounts.keep-history')}
        checked={keepHistory}
        onChange={(_event, { checked }) => setKeepHistory(checked === true)}
      />
    </DialogFrame>
  )
}
