import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Empty } from '../ui/empty.tsx'
import { Page } from '../ui/page.tsx'
import { useRun } from '../ui/use-run.tsx'
import { words } from '../words/english.ts'
import { HistoryFeed } from './feed.ts'
import { List } from './list.tsx'
import { Skeleton } from './skeleton.tsx'

const said = words.activity

/** What happened, newest first. */
export function Activity() {
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const body = useRef<HTMLDivElement>(null)
  const [source] = useState(() => new HistoryFeed((input) => bridge.history(input)))
  const feed = useSyncExternalStore(source.subscribe, source.current)
  const { revision, unseen } = state.history
  useEffect(() => source.refresh(revision), [source, revision])
  const filled = feed.kind === 'rows' && feed.rows.length > 0
  return (
    <Page
      title={words.pages.activity}
      flush
      bodyRef={body}
      actions={
        filled && (
          <Button
            appearance="subtle"
            icon={<CheckmarkRegular />}
            disabledFocusable={unseen === 0}
            onClick={() => void run(bridge.markAllSeen(undefined))}
          >
            {said.markAllSeen}
          </Button>
        )
      }
      bars={
        feed.kind === 'failed' && (
          <MessageBar intent="warning">
            <MessageBarBody>{said.failed}</MessageBarBody>
          </MessageBar>
        )
      }
    >
      {feed.kind === 'loading' && <Skeleton />}
      {feed.kind === 'rows' && feed.rows.length === 0 && <Nothing />}
      {feed.kind === 'rows' && filled && (
        <List rows={feed.rows} whole={feed.next === null} body={body} more={() => source.more()} />
      )}
    </Page>
  )
}

function Nothing() {
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const [drive, ...others] = state.subscriptions
  return (
    <Empty
      title={said.emptyTitle}
      text={
        drive === undefined ? (
          said.emptyNone
        ) : others.length > 0 ? (
          said.emptyMany(state.subscriptions.length)
        ) : (
          <>
            {said.empty[0]}
            <bdi>{drive.name}</bdi>
            {said.empty[1]}
          </>
        )
      }
      action={
        <Button appearance="primary" onClick={() => void run(bridge.showSampleNotice(undefined))}>
          {said.showNotice}
        </Button>
      }
    />
  )
}
