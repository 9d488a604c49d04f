import { useWords } from '../ui/words-context.ts'
import { makeStyles, tokens, useAnnounce } from '@fluentui/react-components'
import { type ComponentType, lazy, useEffect, useRef } from 'react'
import type { Page, TabPage } from '../../preload/contract/state.ts'
import { Activity } from '../activity/activity.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { narrow } from '../ui/use-media.ts'
import { VisitProvider } from '../ui/visit.ts'
import { Nav, panelId, tabId } from './nav.tsx'

const useStyles = makeStyles({
  shell: {
    height: '100%',
    display: 'grid',
    gridTemplateColumns: '212px minmax(0, 1fr)',
    [narrow]: { gridTemplateColumns: '52px minmax(0, 1fr)' },
  },
  page: {
    minHeight: 0,
    minWidth: 0,
    height: '100%',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    borderInlineStartWidth: '1px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
  },
  panel: { height: '100%' },
})

// Most starts show Activity: it comes with the frame. Each other page loads when it is first opened.
const pages: Record<Page, ComponentType> = {
  activity: Activity,
  subscriptions: lazy(async () => ({
    default: (await import('../subscriptions/subscriptions.tsx')).Subscriptions,
  })),
  webhooks: lazy(async () => ({ default: (await import('../webhooks/webhooks.tsx')).Webhooks })),
  accounts: lazy(async () => ({ default: (await import('../accounts/accounts.tsx')).Accounts })),
  settings: lazy(async () => ({ default: (await import('../settings/settings.tsx')).Settings })),
  help: lazy(async () => ({ default: (await import('../help/help.tsx')).Help })),
  diagnostics: lazy(async () => ({ default: (await import('../diagnostics/diagnostics.tsx')).Diagnostics })),
}

/** The frame around the pages: tabs and status card at the start, the page beside them. */
export function Shell(props: {
  readonly page: Page
  readonly visit: number
  readonly onTab: (page: TabPage) => void
}) {
  const styles = useStyles()
  const Shown = pages[props.page]
  useNeedsYouAnnounced()
  return (
    <div className={styles.shell}>
      <Nav page={props.page} onTab={props.onTab} />
      <main className={styles.page}>
        <div className={styles.panel} role="tabpanel" id={panelId} aria-labelledby={tabId(props.page)}>
          <VisitProvider value={props.visit}>
            <Shown />
          </VisitProvider>
        </div>
      </main>
    </div>
  )
}

/** Speaks a fault when it comes to need the user; those there at the start are on screen anyway. */
function useNeedsYouAnnounced() {
  const { announce } = useAnnounce()
  const { needsYou } = useDrivebell().state.overview
  const spoken = useWords()
  const known = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const now = new Set(needsYou.map(({ what }) => spoken.say(what)))
    if (known.current) for (const sentence of now) if (!known.current.has(sentence)) announce(sentence)
    known.current = now
  }, [needsYou, announce, spoken])
}
