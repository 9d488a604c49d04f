import { makeStyles, tokens } from '@fluentui/react-components'
import type { Forwarded } from '../../../preload/contract/forwarding.ts'
import type { Words } from '../../../preload/words/words.ts'
import { ActionLink } from '../../ui/action-link.tsx'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { Phrase } from '../../ui/phrase.tsx'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
})

/** How handing on goes, below the deliveries; nothing where nobody ever wanted it. */
export function ForwardLine({ change }: { readonly change: () => void }) {
  const words = useWords()
  const styles = useStyles()
  const { forwarding } = useDrivebell().state.webhooks.listener
  const { isOn, port, path, waiting, done, failed, last } = forwarding
  if (!isOn && waiting + done + failed === 0) return null
  const address = `http://localhost:${String(port)}${path.startsWith('/') ? path : `/${path}`}`
  return (
    <output className={styles.line}>
      <span>
        {isOn ? (
          <Phrase pieces={words.pieces('forwarding.line', { address, done, waiting, failed })} />
        ) : (
          words.phrase('forwarding.line-off', { done, failed })
        )}
      </span>
      {last?.kind === 'failed' && <span>{forwardedWords(last, words)}</span>}
      <ActionLink onClick={change}>{words.phrase('forwarding.change')}</ActionLink>
    </output>
  )
}

/** What became of one that was handed on. */
export function forwardedWords(forwarded: Forwarded, words: Words): string {
  switch (forwarded.kind) {
    case 'waiting':
      return forwarded.why === null
        ? words.phrase('forwarding.state.waiting')
        : words.phrase('forwarding.state.tries', { why: words.say(forwarded.why) })
    case 'done':
      return words.phrase('forwarding.state.done', {
        status: String(forwarded.status),
        answer: words.answerTime(forwarded.tookMs),
      })
    case 'failed':
      return words.phrase('forwarding.state.failed', { why: words.say(forwarded.why) })
  }
}
