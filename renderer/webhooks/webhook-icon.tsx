import type { FluentIcon } from '@fluentui/react-icons'
import { AppsListDetail20Regular } from '@fluentui/react-icons/svg/apps-list-detail'
import { CalendarClock20Regular } from '@fluentui/react-icons/svg/calendar-clock'
import { CalendarMonth20Regular } from '@fluentui/react-icons/svg/calendar-month'
import { Call20Regular } from '@fluentui/react-icons/svg/call'
import { Chat20Regular } from '@fluentui/react-icons/svg/chat'
import { ClipboardCheckmark20Regular } from '@fluentui/react-icons/svg/clipboard-checkmark'
import { Cloud20Regular } from '@fluentui/react-icons/svg/cloud'
import { ContactCard20Regular } from '@fluentui/react-icons/svg/contact-card'
import { Mail20Regular } from '@fluentui/react-icons/svg/mail'
import { People20Regular } from '@fluentui/react-icons/svg/people'
import { PeopleTeam20Regular } from '@fluentui/react-icons/svg/people-team'
import { PersonAvailable20Regular } from '@fluentui/react-icons/svg/person-available'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle'
import { ShieldError20Regular } from '@fluentui/react-icons/svg/shield-error'
import { Sparkle20Regular } from '@fluentui/react-icons/svg/sparkle'
import { TaskListSquareLtr20Regular } from '@fluentui/react-icons/svg/task-list-square-ltr'
import { Video20Regular } from '@fluentui/react-icons/svg/video'
import type { WebhookIcon as Icon } from '../../preload/contract/webhook-catalogue.ts'

const icons: Record<Icon, FluentIcon> = {
  drive: Cloud20Regular,
  list: AppsListDetail20Regular,
  mail: Mail20Regular,
  calendar: CalendarMonth20Regular,
  contacts: ContactCard20Regular,
  tasks: TaskListSquareLtr20Regular,
  chat: Chat20Regular,
  team: PeopleTeam20Regular,
  people: People20Regular,
  presence: PersonAvailable20Regular,
  call: Call20Regular,
  meeting: Video20Regular,
  schedule: CalendarClock20Regular,
  assistant: Sparkle20Regular,
  approval: ClipboardCheckmark20Regular,
  printer: Print20Regular,
  shield: ShieldError20Regular,
  unknown: QuestionCircle20Regular,
}

/** What is drawn for a kind of resource. */
export function WebhookIcon({ icon }: { readonly icon: Icon }) {
  const Icon = icons[icon]
  return <Icon />
}
