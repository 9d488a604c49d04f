import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { useState } from 'react'
import type { Below } from '../../preload/words/phrase.ts'
import { BelowSettings } from '../ui/below-settings.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Group } from '../ui/group.tsx'
import { Mark } from '../ui/mark.tsx'
import { ReportDialog } from '../ui/report-dialog.tsx'
import { useWords } from '../ui/words-context.ts'
import { Licenses } from './licenses.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { WhatsNew } from './whats-new.tsx'

const useStyles = makeStyles({
  about: { display: 'flex', gap: tokens.spacingHorizontalL, padding: tokens.spacingHorizontalL },
  mark: { flexShrink: 0 },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  fact: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  text: { margin: 0, ':not(:last-child)': { marginBlockEnd: tokens.spacingVerticalS } },
})

type Topic = Exclude<Below<'help.topic'>, `${string}.text`>

const topics: readonly Topic[] = [
  'following',
  'notifications',
  'no-notifications',
  'connection',
  'tray',
  'sign-in',
  'application-id',
  'webhooks',
  'privacy',
  'command-line',
]

/** All help in one place; nothing of it needs a network. */
export function Help() {
  const words = useWords()
  const restoreTarget = useRestoreFocusTarget()
  const [isReporting, setReporting] = useState(false)
  return (
    <BelowSettings
      name={words.phrase('page.help')}
      actions={
        <Button {...restoreTarget} appearance="primary" onClick={() => setReporting(true)}>
          {words.phrase('help.report')}
        </Button>
      }
    >
      {isReporting && <ReportDialog close={() => setReporting(false)} />}
      <About />
      <Group title={words.phrase('help.topics')}>
        {topics.map((topic) => (
          <Disclosure key={topic} name={words.phrase(`help.topic.${topic}`)}>
            <Paragraphs text={words.phrase(`help.topic.${topic}.text`)} />
          </Disclosure>
        ))}
      </Group>
      <Group title={words.phrase('help.more')}>
        <Disclosure name={words.phrase('help.shortcuts')}>
          <Shortcuts />
        </Disclosure>
        <Disclosure name={words.phrase('help.whats-new')}>
          <WhatsNew />
        </Disclosure>
        <Disclosure name={words.phrase('help.licenses')}>
          <Licenses />
        </Disclosure>
      </Group>
    </BelowSettings>
  )
}

/** Which version this is, and what it runs on. */
function About() {
  const styles = useStyles()
  const words = useWords()
  const { version, host } = useDrivebell().state
  return (
    <Group title={words.phrase('help.about')}>
      <div className={styles.about}>
        <span className={styles.mark}>
          <Mark size={40} />
        </span>
        <div>
          <p className={styles.name}>{words.phrase('help.version', { version })}</p>
          <p className={styles.fact}>
            {words.phrase('help.host', { electron: host.electron, chromium: host.chromium, node: host.node })}
          </p>
          <p className={styles.fact}>
            <bdi>{host.system}</bdi>
          </p>
        </div>
      </div>
    </Group>
  )
}

function Paragraphs({ text }: { readonly text: string }) {
  const styles = useStyles()
  return text.split('\n\n').map((paragraph) => (
    <p key={paragraph} className={styles.text}>
      {paragraph}
    </p>
  ))
}
