import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  useAnnounce,
} from '@fluentui/react-components'
import { useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Page } from '../ui/page.tsx'
import { useHeld } from '../ui/use-held.ts'
import { minutely, useNow } from '../ui/use-now.ts'
import { filterFor, narrows, noChoices, wordsOf } from './filter/filter-choices.ts'
import { type Feed, HistoryFeed } from './list/feed.ts'
import { FilterBar } from './filter/filter-bar.tsx'
import { ActivityHeader } from './activity-header.tsx'
import { List } from './list/activity-list.tsx'
import { HitsProvider } from './filter/marked.tsx'
import { NoMatch } from './filter/no-match.tsx'
import { Skeleton } from './list/skeleton.tsx'
import { useSearch } from './filter/use-search.ts'
import { Empty } from '../ui/empty.tsx'
import { useRun } from '../ui/use-run.tsx'
import { Phrase } from '../ui/phrase.tsx'
import { useWords } from '../ui/words-context.ts'

/** What happened, newest first, or of it what is looked for. */
export function Activity() {
  const words = useWords()
  const { bridge, state, time, entry } = useDrivebell()
  const body = useRef<HTMLDivElement>(null)
  const [source] = useState(() => new HistoryFeed((input) => bridge.history(input)))
  const [feed, press] = useHeld(useSyncExternalStore(source.subscribe, source.current))
  const search = useSearch()
  const [choices, choose] = useState(noChoices)
  const now = useNow(minutely)
  const today = time.dayKey(now)
  // "Today" moves with the day, not with each minute of it.
  // oxlint-disable-next-line react/exhaustive-deps
  const filter = useMemo(() => filterFor(search.text, choices, now), [search.text, choices, today])
  const { revision, kept } = state.history
  useEffect(() => source.ask(filter, revision), [source, filter, revision])
  useMatchesAnnounced(feed)
  const clear = () => {
    search.type('', 'at once')
    choose(noChoices)
  }
  const looking = narrows(filter)
  // What a notice was about is looked for among all changes.
  const lookAtAll = useEffectEvent(clear)
  useEffect(() => {
    if (entry !== null) lookAtAll()
  }, [entry])
  const some = kept > 0 || looking
  const bar = { search, choices, choose, clear, looking }
  return (
    <Page
      title={words.phrase('page.activity')}
      flush
      bodyRef={body}
      actions={
        some && (
          <ActivityHeader
            search={search}
            filter={filter}
            matches={feed.kind === 'rows' && feed.filter === filter ? feed.matches : 0}
          />
        )
      }
      filters={some && <FilterBar {...bar} />}
      bars={
        feed.kind === 'failed' && (
          <MessageBar intent="warning">
            <MessageBarBody>{words.phrase('activity.failed')}</MessageBarBody>
            <MessageBarActions>
              <Button onClick={() => source.again()}>{words.phrase('drive.action.try-again')}</Button>
            </MessageBarActions>
          </MessageBar>
        )
      }
    >
      {feed.kind === 'loading' && <Skeleton />}
      {feed.kind === 'rows' &&
        (feed.rows.length > 0 ? (
          <HitsProvider value={wordsOf(feed.filter.text)}>
            <List
              key={JSON.stringify(feed.filter)}
              feed={feed}
              body={body}
              more={source.more}
              press={press}
            />
          </HitsProvider>
        ) : narrows(feed.filter) ? (
          <NoMatch text={feed.filter.text} choices={choices} clear={clear} />
        ) : (
          <Nothing />
        ))}
    </Page>
  )
}

// With the 200 ms before it is looked for: half a second after the last key.
const settleMs = 300

/** Speaks how many changes match, once the typing is over. */
function useMatchesAnnounced(feed: Feed): void {
  const words = useWords()
  const { announce } = useAnnounce()
  const filter = feed.kind === 'rows' ? feed.filter : null
  const matches = useRef(0)
  useEffect(() => {
    matches.current = feed.kind === 'rows' ? feed.matches : 0
  }, [feed])
  useEffect(() => {
    if (!filter || !narrows(filter)) return undefined
    const timer = setTimeout(() => {
      const said =
        matches.current > 0
          ? words.phrase('activity.match', { n: matches.current })
          : words.phrase('activity.no-match')
      announce(said, { batchId: 'matches' })
    }, settleMs)
    return () => clearTimeout(timer)
  }, [filter, announce, words])
}

/** Nothing is kept yet: what is listened to, and a notice to look at. */
function Nothing() {
  const words = useWords()
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const [drive, ...others] = state.subscriptions
  return (
    <Empty
      title={words.phrase('activity.empty-title')}
      text={
        drive === undefined ? (
          words.phrase('activity.empty-none')
        ) : others.length > 0 ? (
          words.phrase('activity.empty-many', { n: state.subscriptions.length })
        ) : (
          <>
            <Phrase pieces={words.pieces('activity.empty-one', { name: drive.name })} />
          </>
        )
      }
      action={
        <Button appearance="primary" onClick={() => void run(bridge.showSampleNotice(undefined))}>
          {words.phrase('settings.notifications.test')}
        </Button>
      }
    />
  )
}
