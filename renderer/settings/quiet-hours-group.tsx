import { Button, useRestoreFocusTarget } from '@fluentui/react-components'
import { MailInbox20Regular } from '@fluentui/react-icons/svg/mail-inbox'
import { WeatherMoon20Regular } from '@fluentui/react-icons/svg/weather-moon'
import { lazy, Suspense, useState } from 'react'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { usualHours } from '../ui/usual-hours.ts'
import { useWords } from '../ui/words-context.ts'
import { quietHoursWords, zoneOf } from '../words/quiet-hours.ts'
import { Toggle } from './controls.tsx'
import { SettingsRow } from './setting-row.tsx'
import { Group } from '../ui/group.tsx'
import { useChange } from './use-change.ts'

const QuietHoursDialog = lazy(async () => ({
  default: (await import('./quiet-hours-dialog.tsx')).QuietHoursDialog,
}))

/** Hours without notifications for every drive without hours of its own. */
export function QuietHoursGroup() {
  const { settings, policy } = useDrivebell().state
  const { quietHours } = settings
  const isManaged = policy.managed.includes('quietHours')
  const words = useWords()
  const change = useChange()
  const restoreTarget = useRestoreFocusTarget()
  const [isOpen, setOpen] = useState(false)
  // Turned off and on again, they are what they were.
  const [known, setKnown] = useState(quietHours ?? usualHours)
  if (quietHours && quietHours !== known) setKnown(quietHours)
  return (
    <Group title={words.phrase('settings.quiet')}>
      <SettingsRow
        id="quiet"
        setting="quietHours"
        Icon={WeatherMoon20Regular}
        name={quietHours ? quietHoursWords(quietHours, words) : words.phrase('settings.quiet')}
        caption={
          quietHours
            ? words.phrase('settings.quiet.caption', { zone: zoneOf(quietHours) })
            : words.phrase('settings.quiet.off-caption')
        }
      >
        {quietHours && !isManaged && (
          <Button {...restoreTarget} size="small" aria-describedby="quiet-name" onClick={() => setOpen(true)}>
            {words.phrase('settings.quiet.change')}
          </Button>
        )}
        <Toggle
          id="quiet"
          name={words.phrase('settings.quiet')}
          on={quietHours !== null}
          turn={(on) => change({ quietHours: on ? known : null })}
        />
      </SettingsRow>
      {quietHours && (
        <SettingsRow
          id="digest"
          setting="quietHours"
          Icon={MailInbox20Regular}
          name={words.phrase('settings.quiet.summary')}
          caption={words.phrase('settings.quiet.summary-caption', { time: words.timeOfDay(quietHours.to) })}
        >
          <Toggle
            id="digest"
            on={quietHours.digest}
            turn={(digest) => change({ quietHours: { ...quietHours, digest } })}
          />
        </SettingsRow>
      )}
      {isOpen && quietHours && (
        <Suspense>
          <QuietHoursDialog
            hours={quietHours}
            save={(quietHours) => change({ quietHours })}
            close={() => setOpen(false)}
          />
        </Suspense>
      )}
    </Group>
  )
}
