import { Info20Regular } from '@fluentui/react-icons/svg/info'
import { Stethoscope20Regular } from '@fluentui/react-icons/svg/stethoscope'
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed'
import { Keyboard20Regular } from '@fluentui/react-icons/svg/keyboard'
import { Power20Regular } from '@fluentui/react-icons/svg/power'
import { PanelBottom20Regular } from '@fluentui/react-icons/svg/panel-bottom'
import { WeatherSunny20Regular } from '@fluentui/react-icons/svg/weather-sunny'
import { LocalLanguage20Regular } from '@fluentui/react-icons/svg/local-language'
import { languageNames } from '../../preload/words/languages.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Page } from '../ui/page.tsx'
import { useFocusKept } from '../ui/use-focus-kept.ts'
import { mutedName } from '../words/muted-name.ts'
import { ApplicationId } from './application-id.tsx'
import { Choice, Toggle } from './controls.tsx'
import { ManagedBar } from './managed-bar.tsx'
import { HistoryGroup } from './history-group.tsx'
import { NoticesGroup } from './notices-group.tsx'
import { QuietHoursGroup } from './quiet-hours-group.tsx'
import { SettingsRow } from './setting-row.tsx'
import { Group } from '../ui/group.tsx'
import { TravelRows } from './travel.tsx'
import { useChange } from './use-change.ts'
import { Button } from '@fluentui/react-components'
import { AlertSnooze20Regular } from '@fluentui/react-icons/svg/alert-snooze'
import { minutely, useNow } from '../ui/use-now.ts'
import { useRun } from '../ui/use-run.tsx'
import { useWords } from '../ui/words-context.ts'

const themes = ['system', 'light', 'dark'] as const
const trayIcons = ['any-panel', 'dark-panel', 'light-panel'] as const

/** Everything acts at once; there is no Save. */
export function Settings() {
  const words = useWords()
  const kept = useFocusKept()
  return (
    <Page title={words.phrase('page.settings')} bars={<ManagedBar />}>
      <div role="presentation" {...kept}>
        <General />
        <NoticesGroup />
        <QuietHoursGroup />
        <HistoryGroup />
        <MutedGroup />
        <ApplicationId />
        <ManagedGroup />
        <DrivebellGroup />
      </div>
    </Page>
  )
}

const managedElsewhere = ['targets', 'cloud', 'updates'] as const

/** What an administrator has set that has no row of its own here. */
function ManagedGroup() {
  const words = useWords()
  const { managed } = useDrivebell().state.policy
  const set = managedElsewhere.filter((each) => managed.includes(each))
  if (set.length === 0) return null
  return (
    <Group title={words.phrase('settings.managed')}>
      {set.map((each) => (
        <SettingsRow
          key={each}
          id={`managed-${each}`}
          setting={each}
          Icon={LockClosed20Regular}
          name={words.phrase(`settings.managed.${each}`)}
        />
      ))}
    </Group>
  )
}

/** Which version this is, and where help is. */
function DrivebellGroup() {
  const words = useWords()
  const { state, showPage } = useDrivebell()
  return (
    <Group title={words.phrase('settings.drivebell')}>
      <SettingsRow
        id="version"
        Icon={Info20Regular}
        name={words.phrase('settings.drivebell.version', { version: state.version })}
        caption={words.phrase('settings.drivebell.version-caption')}
      >
        <Button size="small" onClick={() => showPage('help')}>
          {words.phrase('settings.drivebell.help')}
        </Button>
      </SettingsRow>
      <SettingsRow
        id="diagnostics"
        Icon={Stethoscope20Regular}
        name={words.phrase('settings.drivebell.diagnostics')}
        caption={words.phrase('settings.drivebell.diagnostics-caption')}
      >
        <Button size="small" aria-describedby="diagnostics-name" onClick={() => showPage('diagnostics')}>
          {words.phrase('settings.drivebell.open')}
        </Button>
      </SettingsRow>
      <TravelRows />
    </Group>
  )
}

function General() {
  const words = useWords()
  const { bridge, state } = useDrivebell()
  const { settings, launchAtLogin, languages, platform } = state
  const run = useRun()
  const change = useChange()
  return (
    <Group title={words.phrase('settings.general')}>
      <SettingsRow
        id="launch"
        Icon={Power20Regular}
        name={words.phrase('settings.general.launch')}
        caption={words.phrase('settings.general.launch-caption')}
      >
        <Toggle id="launch" on={launchAtLogin} turn={(on) => void run(bridge.launchAtLogin({ on }))} />
      </SettingsRow>
      <SettingsRow
        id="theme"
        setting="theme"
        Icon={WeatherSunny20Regular}
        name={words.phrase('settings.general.theme')}
        caption={words.phrase('settings.general.theme-caption')}
      >
        <Choice
          id="theme"
          value={settings.theme}
          choices={themes.map((theme) => [theme, words.phrase(`settings.general.theme.${theme}`)])}
          choose={(theme) => change({ theme })}
        />
      </SettingsRow>
      <SettingsRow
        id="language"
        setting="language"
        Icon={LocalLanguage20Regular}
        name={words.phrase('settings.general.language')}
        caption={words.phrase('settings.general.language-caption')}
      >
        <Choice
          id="language"
          value={settings.language}
          choices={[
            ['system', words.phrase('settings.general.language.system')],
            ...languages.map((name) => [name, languageNames[name]] as const),
          ]}
          choose={(language) => change({ language })}
        />
      </SettingsRow>
      <SettingsRow
        id="keys"
        setting="openByKeys"
        Icon={Keyboard20Regular}
        name={words.phrase('settings.general.keys')}
        caption={words.phrase('settings.general.keys-caption', { mod: platform === 'darwin' ? '⌘' : 'Ctrl' })}
      >
        <Toggle id="keys" on={settings.openByKeys} turn={(openByKeys) => change({ openByKeys })} />
      </SettingsRow>
      {platform === 'linux' && (
        <SettingsRow
          id="tray-icon"
          setting="trayIcon"
          Icon={PanelBottom20Regular}
          name={words.phrase('settings.general.tray')}
          caption={words.phrase('settings.general.tray-caption')}
        >
          <Choice
            id="tray-icon"
            value={settings.trayIcon}
            choices={trayIcons.map((icon) => [icon, words.phrase(`settings.general.tray.${icon}`)])}
            choose={(trayIcon) => change({ trayIcon })}
          />
        </SettingsRow>
      )}
    </Group>
  )
}

/** What is muted now; absent when nothing is. */
function MutedGroup() {
  const { bridge, state } = useDrivebell()
  const words = useWords()
  const run = useRun()
  const now = useNow(minutely)
  if (state.mutes.length === 0) return null
  const guests = words.phrase('settings.muted.guests')
  return (
    <Group title={words.phrase('settings.muted')}>
      {state.mutes.map((mute) => (
        <SettingsRow
          key={mute.id}
          id={mute.id}
          Icon={AlertSnooze20Regular}
          name={<bdi>{mutedName(mute.what, state, words, guests)}</bdi>}
          caption={
            mute.until === null
              ? words.phrase('settings.muted.until-unmuted')
              : words.phrase('settings.muted.until', { time: words.until(mute.until, now) })
          }
        >
          <Button
            size="small"
            aria-describedby={`${mute.id}-name`}
            onClick={() => void run(bridge.unmute({ muteId: mute.id }))}
          >
            {words.phrase('mute.unmute')}
          </Button>
        </SettingsRow>
      ))}
    </Group>
  )
}
