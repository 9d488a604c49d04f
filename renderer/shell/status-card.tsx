import { useWords } from '../ui/words-context.ts'
import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { StatusIcon } from '../ui/status-icon.tsx'
import { PauseItems } from '../ui/pause-items.tsx'
import { narrow } from '../ui/use-media.ts'
import { useNow } from '../ui/use-now.ts'
import { useRun } from '../ui/use-run.tsx'
import { everythingPaused, overviewWords } from '../words/overview.ts'
import { agoTickMs } from '../words/time.ts'

const useStyles = makeStyles({
  card: {
    width: '100%',
    minWidth: 0,
    justifyContent: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusXLarge,
    [narrow]: { justifyContent: 'center', padding: tokens.spacingVerticalM },
  },
  lines: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    textAlign: 'start',
    minWidth: 0,
  },
  second: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  warning: { color: tokens.colorStatusWarningForeground3 },
  popover: { maxWidth: '320px' },
})

/** How well Drivebell hears, always on screen, with a menu of what can be done about it. */
export function StatusCard({ small }: { readonly small: boolean }) {
  const styles = useStyles()
  const { state } = useDrivebell()
  const words = useWords()
  const { overview } = state
  const now = useNow((at) => agoTickMs(overview.lastHeardAt, at))
  const { first, second } = overviewWords(state, now, words)
  return (
    <Menu positioning="above-start">
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={styles.card}
          {...(small ? { 'aria-label': `${first} ${second}` } : {})}
          icon={<StatusIcon kind={overview.kind} />}
        >
          {small ? undefined : (
            <span className={styles.lines}>
              <span>{first}</span>
              <span className={styles.second}>{second}</span>
            </span>
          )}
        </Button>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <StatusMenu />
      </MenuPopover>
    </Menu>
  )
}

function StatusMenu() {
  const styles = useStyles()
  const { bridge, state, showPage } = useDrivebell()
  const words = useWords()
  const run = useRun()
  const { overview } = state
  const followed = overview.total > 0
  return (
    <MenuList>
      {overview.needsYou.length > 0 && (
        <MenuGroup>
          <MenuGroupHeader>{words.phrase('status.menu.needs-attention')}</MenuGroupHeader>
          {overview.needsYou.map(({ what, page }) => (
            <MenuItem
              key={words.say(what)}
              icon={<Warning16Filled className={styles.warning} />}
              onClick={() => showPage(page)}
            >
              {words.say(what)}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
      {overview.needsYou.length > 0 && <MenuDivider />}
      {everythingPaused(state) ? (
        <MenuItem onClick={() => void run(bridge.resume({ what: 'everything' }))}>
          {words.phrase('status.menu.resume')}
        </MenuItem>
      ) : (
        <MenuGroup>
          <MenuGroupHeader>{words.phrase('status.menu.pause')}</MenuGroupHeader>
          <PauseItems what="everything" lead="pause" disabled={!followed} />
        </MenuGroup>
      )}
      <MenuDivider />
      <MenuItem disabled={!followed} onClick={() => void run(bridge.askNow(undefined))}>
        {words.phrase('status.menu.check-now')}
      </MenuItem>
      <MenuItem onClick={() => showPage('diagnostics')}>{words.phrase('status.menu.diagnostics')}</MenuItem>
      <MenuItem onClick={() => showPage('help')}>{words.phrase('status.menu.help')}</MenuItem>
    </MenuList>
  )
}
