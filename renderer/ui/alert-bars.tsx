import { useWords } from './words-context.ts'
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import type { ReactNode } from 'react'
import { useDrivebell } from './drivebell-context.ts'
import { narrow } from './use-media.ts'
import { minutely, useNow } from './use-now.ts'
import { useDone } from './use-done.tsx'
import { useRun } from './use-run.tsx'

const useStyles = makeStyles({
  bars: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalXXL,
    ':empty': { display: 'none' },
    ':not(:empty)': { paddingBlockEnd: tokens.spacingVerticalM },
    [narrow]: { paddingInline: tokens.spacingHorizontalL },
  },
})

/** What the user should know until dismissed, then the bars of the page itself. */
export function AlertBars({
  children,
  inset = true,
}: {
  readonly children?: ReactNode
  readonly inset?: boolean
}) {
  const styles = useStyles()
  const { bridge, state } = useDrivebell()
  const words = useWords()
  const run = useRun()
  const sayDone = useDone()
  const now = useNow(minutely)
  const { offlineSince } = state.overview
  return (
    <div className={styles.bars} style={inset ? undefined : { paddingInline: 0 }}>
      {state.alerts.map(({ id, what, tone, action }) => (
        <MessageBar key={id} intent={tone} layout="multiline">
          <MessageBarBody>{words.say(what)}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={words.phrase('button.dismiss')}
                onClick={() => void run(bridge.dismissMessage({ id }))}
              />
            }
          >
            {action === 'copy-link' && (
              <Button
                onClick={() =>
                  void run(bridge.copyMessageLink({ id })).then(
                    (copied) => copied && sayDone(words.phrase('copy.link')),
                  )
                }
              >
                {words.phrase('button.copy-link')}
              </Button>
            )}
            {action === 'show-file' && (
              <Button onClick={() => void run(bridge.showMessageFile({ id }))}>
                {words.phrase('button.show-file')}
              </Button>
            )}
          </MessageBarActions>
        </MessageBar>
      ))}
      {offlineSince !== null && (
        <MessageBar intent="warning">
          <MessageBarBody>
            <MessageBarTitle>
              {words.phrase('offline-bar.title', { time: words.since(offlineSince, now) })}
            </MessageBarTitle>
            {words.phrase('offline-bar.text')}
          </MessageBarBody>
        </MessageBar>
      )}
      {children}
    </div>
  )
}
