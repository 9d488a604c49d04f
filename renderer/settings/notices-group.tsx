import { Button } from '@fluentui/react-components'
import { Alert20Regular } from '@fluentui/react-icons/svg/alert'
import { Open20Regular } from '@fluentui/react-icons/svg/open'
import { Person20Regular } from '@fluentui/react-icons/svg/person'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useRun } from '../ui/use-run.tsx'
import { ownWords } from '../words/rules.ts'
import { settingsWords as said } from '../words/settings.ts'
import { Choice, Toggle } from './controls.tsx'
import { SettingsGroup, SettingsRow } from './setting-row.tsx'
import { useChange } from './use-change.ts'

const own = [
  ['hide-all-accounts', ownWords['hide-all-accounts']],
  ['tell', ownWords.tell],
  ['hide-this-account', ownWords['hide-this-account']],
] as const

const opens = [
  ['browser', said.opensChoices.browser],
  ['desktop-app', said.opensChoices['desktop-app']],
] as const

/** Whether notices are shown, about whom, and where they lead. */
export function NoticesGroup() {
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const change = useChange()
  const { settings } = state
  return (
    <SettingsGroup title={said.notices}>
      <SettingsRow id="notices" Icon={Alert20Regular} name={said.showNotices} caption={said.showNoticesText}>
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
          value={settings.ownChanges}
          choices={own}
          choose={(ownChanges) => change({ ownChanges })}
        />
      </SettingsRow>
      <SettingsRow id="opens" Icon={Open20Regular} name={said.opens} caption={said.opensText}>
        <Choice id="opens" value={settings.opens} choices={opens} choose={(opens) => change({ opens })} />
      </SettingsRow>
    </SettingsGroup>
  )
}
