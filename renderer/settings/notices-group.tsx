import { Button } from '@fluentui/react-components'
import { Alert20Regular } from '@fluentui/react-icons/svg/alert'
import { EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off'
import { SpeakerMute20Regular } from '@fluentui/react-icons/svg/speaker-mute'
import { Open20Regular } from '@fluentui/react-icons/svg/open'
import { Person20Regular } from '@fluentui/react-icons/svg/person'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useRun } from '../ui/use-run.tsx'
import { useWords } from '../ui/words-context.ts'
import { Choice, Toggle } from './controls.tsx'
import { SettingsRow } from './setting-row.tsx'
import { Group } from '../ui/group.tsx'
import { useChange } from './use-change.ts'

const own = ['hide-all-accounts', 'tell', 'hide-this-account'] as const

const names = ['show', 'unless-locked', 'hide'] as const

const sounds = ['system', 'off'] as const

const opens = ['browser', 'desktop-app'] as const

/** Whether notifications are shown, about whom, and where they lead. */
export function NoticesGroup() {
  const { bridge, state } = useDrivebell()
  const words = useWords()
  const run = useRun()
  const change = useChange()
  const { settings } = state
  return (
    <Group title={words.phrase('settings.notifications')}>
      <SettingsRow
        id="notices"
        setting="showNotices"
        Icon={Alert20Regular}
        name={words.phrase('settings.notifications.show')}
        caption={words.phrase('settings.notifications.show-caption')}
      >
        <Button
          appearance="subtle"
          size="small"
          disabledFocusable={!settings.showNotices}
          onClick={() => void run(bridge.showSampleNotice(undefined))}
        >
          {words.phrase('settings.notifications.test')}
        </Button>
        <Toggle id="notices" on={settings.showNotices} turn={(showNotices) => change({ showNotices })} />
      </SettingsRow>
      <SettingsRow
        id="names"
        setting="noticeNames"
        Icon={EyeOff20Regular}
        name={words.phrase('settings.notifications.names')}
        caption={words.phrase('settings.notifications.names-caption')}
      >
        <Choice
          id="names"
          value={settings.noticeNames}
          choices={names.map((choice) => [choice, words.phrase(`settings.notifications.names.${choice}`)])}
          choose={(noticeNames) => change({ noticeNames })}
        />
      </SettingsRow>
      <SettingsRow
        id="sound"
        setting="noticeSound"
        Icon={SpeakerMute20Regular}
        name={words.phrase('settings.notifications.sound')}
        caption={words.phrase('settings.notifications.sound-caption')}
      >
        <Choice
          id="sound"
          value={settings.noticeSound}
          choices={sounds.map((choice) => [choice, words.phrase(`settings.notifications.sound.${choice}`)])}
          choose={(noticeSound) => change({ noticeSound })}
        />
      </SettingsRow>
      <SettingsRow
        id="own"
        setting="ownChanges"
        Icon={Person20Regular}
        name={words.phrase('settings.notifications.own')}
        caption={words.phrase('settings.notifications.own-caption')}
      >
        <Choice
          id="own"
          value={settings.ownChanges}
          choices={own.map((choice) => [choice, words.phrase(`rules.own.${choice}`)])}
          choose={(ownChanges) => change({ ownChanges })}
        />
      </SettingsRow>
      <SettingsRow
        id="opens"
        setting="opens"
        Icon={Open20Regular}
        name={words.phrase('settings.notifications.open')}
        caption={words.phrase('settings.notifications.open-caption')}
      >
        <Choice
          id="opens"
          value={settings.opens}
          choices={opens.map((app) => [app, words.phrase(`settings.notifications.open.${app}`)])}
          choose={(opens) => change({ opens })}
        />
      </SettingsRow>
    </Group>
  )
}
