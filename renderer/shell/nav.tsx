import {
  CounterBadge,
  makeStyles,
  mergeClasses,
  Tab,
  TabList,
  tokens,
  Tooltip,
} from '@fluentui/react-components'
import { bundleIcon, type FluentIcon } from '@fluentui/react-icons'
import { CloudSync20Filled, CloudSync20Regular } from '@fluentui/react-icons/svg/cloud-sync'
import { People20Filled, People20Regular } from '@fluentui/react-icons/svg/people'
import { PlugConnected20Filled, PlugConnected20Regular } from '@fluentui/react-icons/svg/plug-connected'
import { Pulse20Filled, Pulse20Regular } from '@fluentui/react-icons/svg/pulse'
import { Settings20Filled, Settings20Regular } from '@fluentui/react-icons/svg/settings'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import { isSignedIn, type Page, type TabPage } from '../../preload/contract/state.ts'
import type { Words } from '../../preload/words/words.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Mark } from '../ui/mark.tsx'
import { tabFor } from '../ui/view.ts'
import { narrow, useNarrow } from '../ui/use-media.ts'
import { useWords } from '../ui/words-context.ts'
import { StatusCard } from './status-card.tsx'

const useStyles = makeStyles({
  nav: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    minWidth: 0,
    height: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground3,
    [narrow]: { padding: tokens.spacingHorizontalXS },
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    [narrow]: { justifyContent: 'center', paddingInline: 0, paddingBlockStart: tokens.spacingVerticalS },
  },
  tabs: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden' },
  tab: { position: 'relative', [narrow]: { paddingInline: '10px' } },
  content: { flexGrow: 1, textAlign: 'start' },
  badge: {
    position: 'absolute',
    insetInlineEnd: tokens.spacingHorizontalM,
    insetBlockStart: 'calc(50% - 8px)',
  },
  warning: { color: tokens.colorStatusWarningForeground3 },
  dot: {
    position: 'absolute',
    insetInlineEnd: '2px',
    insetBlockStart: '2px',
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  warningDot: { backgroundColor: tokens.colorStatusWarningForeground3 },
  hidden: { display: 'none' },
})

const tabs: readonly (readonly [TabPage, FluentIcon])[] = [
  ['activity', bundleIcon(Pulse20Filled, Pulse20Regular)],
  ['subscriptions', bundleIcon(CloudSync20Filled, CloudSync20Regular)],
  ['webhooks', bundleIcon(PlugConnected20Filled, PlugConnected20Regular)],
  ['accounts', bundleIcon(People20Filled, People20Regular)],
  ['settings', bundleIcon(Settings20Filled, Settings20Regular)],
]

/** Where the shown page is, for its tab. */
export const panelId = 'page'

/** The tab of a page, for its panel. */
export const tabId = (page: Page) => `tab-${tabFor(page)}`

/** The mark, the tabs and the status card; an icon rail where the window is narrow. */
export function Nav({ page, onTab }: { readonly page: Page; readonly onTab: (page: TabPage) => void }) {
  const styles = useStyles()
  const words = useWords()
  const small = useNarrow()
  return (
    <nav className={styles.nav} aria-label={words.phrase('nav.label')}>
      <div className={styles.brand}>
        <Mark size={22} />
        {!small && <span>Drivebell</span>}
      </div>
      <TabList
        vertical
        className={styles.tabs}
        selectedValue={tabFor(page)}
        onTabSelect={(_event, { value }) => {
          const chosen = tabs.find(([name]) => name === value)
          if (chosen) onTab(chosen[0])
        }}
      >
        {tabs.map(([name, Icon]) => (
          <NavTab key={name} name={name} Icon={Icon} small={small} selected={name === tabFor(page)} />
        ))}
      </TabList>
      <StatusCard small={small} />
    </nav>
  )
}

function NavTab(props: {
  readonly name: TabPage
  readonly Icon: FluentIcon
  readonly small: boolean
  readonly selected: boolean
}) {
  const styles = useStyles()
  const words = useWords()
  const { name, Icon, small, selected } = props
  const { state } = useDrivebell()
  const note = noteFor(name, state.history.unseen, !state.accounts.every(isSignedIn), words)
  const tab = (
    <Tab
      id={tabId(name)}
      value={name}
      icon={<Icon filled={selected} />}
      className={styles.tab}
      aria-label={words.phrase(`page.${name}`)}
      aria-controls={selected ? panelId : undefined}
      aria-describedby={note ? `${tabId(name)}-note` : undefined}
      {...(small ? {} : { content: { className: styles.content } })}
    >
      {small ? undefined : words.phrase(`page.${name}`)}
    </Tab>
  )
  const badge = !note ? null : small ? (
    <span
      className={mergeClasses(styles.dot, note.kind === 'warning' && styles.warningDot)}
      aria-hidden="true"
    />
  ) : note.kind === 'warning' ? (
    <span className={mergeClasses(styles.badge, styles.warning)} aria-hidden="true">
      <Warning16Filled />
    </span>
  ) : (
    <CounterBadge className={styles.badge} count={note.count} size="small" color="brand" aria-hidden="true">
      {note.count > mostCounted ? `${words.number(mostCounted)}+` : words.number(note.count)}
    </CounterBadge>
  )
  return (
    <span role="presentation" style={{ position: 'relative', display: 'grid' }}>
      {small ? (
        <Tooltip content={words.phrase(`page.${name}`)} relationship="inaccessible" positioning="after">
          {tab}
        </Tooltip>
      ) : (
        tab
      )}
      {badge}
      {note && (
        <span id={`${tabId(name)}-note`} className={styles.hidden}>
          {note.text}
        </span>
      )}
    </span>
  )
}

/** The badge holds two digits, in the person's own. */
const mostCounted = 99

type Note =
  | { readonly kind: 'count'; readonly count: number; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string }

function noteFor(name: TabPage, unseen: number, accountNeedsYou: boolean, words: Words): Note | null {
  if (name === 'activity' && unseen > 0)
    return { kind: 'count', count: unseen, text: words.phrase('nav.new-changes', { n: unseen }) }
  if (name === 'accounts' && accountNeedsYou)
    return { kind: 'warning', text: words.phrase('nav.account-needs-attention') }
  return null
}
