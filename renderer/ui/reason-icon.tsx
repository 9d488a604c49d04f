import type { FluentIcon } from '@fluentui/react-icons'
import { Alert16Regular } from '@fluentui/react-icons/svg/alert'
import { AlertOff16Regular } from '@fluentui/react-icons/svg/alert-off'
import { AlertSnooze16Regular } from '@fluentui/react-icons/svg/alert-snooze'
import { Bot16Regular } from '@fluentui/react-icons/svg/bot'
import { Clock16Regular } from '@fluentui/react-icons/svg/clock'
import { Filter16Regular } from '@fluentui/react-icons/svg/filter'
import { History16Regular } from '@fluentui/react-icons/svg/history'
import { Mail16Regular } from '@fluentui/react-icons/svg/mail'
import { Pause16Regular } from '@fluentui/react-icons/svg/pause'
import { Person16Regular } from '@fluentui/react-icons/svg/person'
import { Prohibited16Regular } from '@fluentui/react-icons/svg/prohibited'
import { WeatherMoon16Regular } from '@fluentui/react-icons/svg/weather-moon'
import type { ReasonKind } from '../../preload/contract/activity.ts'

const icons: Record<ReasonKind, FluentIcon> = {
  waiting: Clock16Regular,
  told: Alert16Regular,
  'told-updated': Alert16Regular,
  digest: Mail16Regular,
  'own-change': Person16Regular,
  'app-change': Bot16Regular,
  rule: Filter16Regular,
  'quiet-hours': WeatherMoon16Regular,
  paused: Pause16Regular,
  muted: AlertSnooze16Regular,
  'before-followed': History16Regular,
  'notices-off': AlertOff16Regular,
  refused: Prohibited16Regular,
}

/** The sign before a reason's words; they say the same. */
export function ReasonIcon({ kind }: { readonly kind: ReasonKind }) {
  const Icon = icons[kind]
  return <Icon aria-hidden="true" />
}
