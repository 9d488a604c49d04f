import { Button } from '@fluentui/react-components'
import { Alert20Regular } from '@fluentui/react-icons/svg/alert'
import { Info20Regular } from '@fluentui/react-icons/svg/info'
import { Person20Regular } from '@fluentui/react-icons/svg/person'
import { Power20Regular } from '@fluentui/react-icons/svg/power'
import { WeatherSunny20Regular } from '@fluentui/react-icons/svg/weather-sunny'
import type { Input } from '../../preload/contract.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Page } from '../ui/page.tsx'
import { useRun } from '../ui/use-run.tsx'
import { words } from '../words/english.ts'
import { ApplicationId } from './application-id.tsx'
import { Choice, Toggle } from './controls.tsx'
import { SettingsGroup, SettingsRow } from './row.tsx'

const said = words.settings

const themes = [
  ['system', said.themes.system],
  ['light', said.themes.light],
  ['dark', said.themes.dark],
] as const

const ownChanges = [
  ['never', said.ownChangesChoices.never],
  ['tell', said.ownChangesChoices.tell],
] as const

/** Everything acts at once; there is no Save. */
export function Settings() {
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const { settings } = state
  const change = (changed: Input<'changeSettings'>) => void run(bridge.changeSettings(changed))
  return (
    <Page title={words.pages.settings}>
      <SettingsGroup title={said.general}>
        <SettingsRow
          id="launch"
          Icon={Power20Regular}
          name={said.launchAtLogin}
          caption={said.launchAtLoginText}
        >
          <Toggle
            id="launch"
            on={settings.launchAtLogin}
            turn={(launchAtLogin) => change({ launchAtLogin })}
          />
        </SettingsRow>
        <SettingsRow id="theme" Icon={WeatherSunny20Regular} name={said.theme} caption={said.themeText}>
          <Choice id="theme" value={settings.theme} choices={themes} choose={(theme) => change({ theme })} />
        </SettingsRow>
      </SettingsGroup>
      <SettingsGroup title={said.notices}>
        <SettingsRow
          id="notices"
          Icon={Alert20Regular}
          name={said.showNotices}
          caption={said.showNoticesText}
        >
          <Button
            appearance="subtle"
            size="small"
            disabledFocusable={!settings.showNotices}
            onClick={() => void run(bridge.showSampleNotice(undefined))}
          >
            {said.showMeOne}
          </Button>
          <Toggle id="notices" on={settings.showNotices} turn={(showNotices) => change({ showNotices })} />
        </SettingsRow>
        <SettingsRow id="own" Icon={Person20Regular} name={said.ownChanges} caption={said.ownChangesText}>
          <Choice
            id="own"
            value={settings.tellOwnChanges ? 'tell' : 'never'}
            choices={ownChanges}
            choose={(choice) => change({ tellOwnChanges: choice === 'tell' })}
          />
        </SettingsRow>
      </SettingsGroup>
      <ApplicationId />
      <SettingsGroup title={said.about}>
        <SettingsRow id="version" Icon={Info20Regular} name={said.version(state.version)} />
      </SettingsGroup>
    </Page>
  )
}
