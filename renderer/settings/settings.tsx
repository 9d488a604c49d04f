import { Info20Regular } from '@fluentui/react-icons/svg/info'
import { Power20Regular } from '@fluentui/react-icons/svg/power'
import { WeatherSunny20Regular } from '@fluentui/react-icons/svg/weather-sunny'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Page } from '../ui/page.tsx'
import { useFocusKept } from '../ui/use-focus-kept.ts'
import { words } from '../words/english.ts'
import { settingsWords as said } from '../words/settings.ts'
import { ApplicationId } from './application-id.tsx'
import { Choice, Toggle } from './controls.tsx'
import { HistoryGroup } from './history-group.tsx'
import { NoticesGroup } from './notices-group.tsx'
import { QuietHoursGroup } from './quiet-hours-group.tsx'
import { SettingsGroup, SettingsRow } from './setting-row.tsx'
import { useChange } from './use-change.ts'
import { Button } from '@fluentui/react-components'
import { AlertSnooze20Regular } from '@fluentui/react-icons/svg/alert-snooze'
import type { Mute } from '../../preload/contract/rules.ts'
import { minutely, useNow } from '../ui/use-now.ts'
import { useRun } from '../ui/use-run.tsx'

const themes = [
  ['system', said.themes.system],
  ['light', said.themes.light],
  ['dark', said.themes.dark],
] as const

/** Everything acts at once; there is no Save. */
export function Settings() {
  const { state } = useDrivebell()
  const kept = useFocusKept()
  return (
    <Page title={words.pages.settings}>
      <div role="presentation" {...kept}>
        <General />
        <NoticesGroup />
        <QuietHoursGroup />
        <HistoryGroup />
        <MutedGroup />
        <ApplicationId />
        <SettingsGroup title={said.about}>
          <SettingsRow id="version" Icon={Info20Regular} name={said.version(state.version)} />
        </SettingsGroup>
      </div>
    </Page>
  )
}

function General() {
  const { settings } = useDrivebell().state
  const change = useChange()
  return (
    <SettingsGroup title={said.general}>
      <SettingsRow
        id="launch"
        Icon={Power20Regular}
        name={said.launchAtLogin}
        caption={said.launchAtLoginText}
      >
        <Toggle id="launch" on={settings.launchAtLogin} turn={(launchAtLogin) => change({ launchAtLogin })} />
      </SettingsRow>
      <SettingsRow id="theme" Icon={WeatherSunny20Regular} name={said.theme} caption={said.themeText}>
        <Choice id="theme" value={settings.theme} choices={themes} choose={(theme) => change({ theme })} />
      </SettingsRow>
    </SettingsGroup>
  )
}

/** What is muted now; absent when nothing is. */
function MutedGroup() {
  const { bridge, state, time } = useDrivebell()
  const run = useRun()
  const now = useNow(minutely)
  if (state.mutes.length === 0) return null
  return (
    <SettingsGroup title={said.muted}>
      {state.mutes.map((mute) => (
        <SettingsRow
          key={mute.id}
          id={mute.id}
          Icon={AlertSnooze20Regular}
          name={<bdi>{nameOf(mute)}</bdi>}
          caption={said.mutedUntil(time.until(mute.until, now))}
        >
          <Button
            size="small"
            aria-describedby={`${mute.id}-name`}
            onClick={() => void run(bridge.unmute({ muteId: mute.id }))}
          >
            {said.wake}
          </Button>
        </SettingsRow>
      ))}
    </SettingsGroup>
  )
}

function nameOf({ what }: Mute): string {
  if (what.kind !== 'someone') return what.name
  return what.someone.kind === 'guests' ? said.guests : what.someone.name
}
