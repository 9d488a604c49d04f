import { Button } from '@fluentui/react-components'
import { People20Regular } from '@fluentui/react-icons/svg/people'
import { useId } from 'react'
import { Tile } from '../ui/tile.tsx'
import type { Fault } from './groups.ts'
import { useSignInAgain } from '../ui/use-sign-in-again.ts'
import { useWords } from '../ui/words-context.ts'
import { StatusCell } from './status-cell.tsx'
import { useRowStyles } from './subscription-styles.ts'

/** Several drives behind one lost sign-in: one thing to put right, with one button. */
export function AccountFaultRow({ account, drives }: Extract<Fault, { kind: 'account' }>) {
  const styles = useRowStyles()
  const [nameId, drivesId, statusId] = [useId(), useId(), useId()]
  const words = useWords()
  const signInAgain = useSignInAgain(account.username)
  return (
    <li
      className={styles.row}
      data-row={account.id}
      tabIndex={-1}
      aria-labelledby={`${nameId} ${drivesId} ${statusId}`}
    >
      <Tile className={styles.tile}>
        <People20Regular />
      </Tile>
      <div className={styles.drive}>
        <div className={styles.names}>
          <bdi id={nameId} className={styles.name}>
            {account.username}
          </bdi>
        </div>
        <div id={drivesId} className={styles.second}>
          {words.phrase('subscriptions.drives', { n: drives.length })}
        </div>
      </div>
      <StatusCell id={statusId} drive={{ status: { kind: 'signed-out' }, learning: null }} />
      <div className={styles.actions}>
        <Button size="small" data-needs-you="" aria-describedby={nameId} onClick={signInAgain}>
          {words.phrase('drive.action.sign-in-again')}
        </Button>
      </div>
    </li>
  )
}
