import { AppsListDetail20Regular } from '@fluentui/react-icons/svg/apps-list-detail'
import { Cloud20Regular } from '@fluentui/react-icons/svg/cloud'
import { Globe20Regular } from '@fluentui/react-icons/svg/globe'
import { Library20Regular } from '@fluentui/react-icons/svg/library'
import { PeopleTeam20Regular } from '@fluentui/react-icons/svg/people-team'
import { Person20Regular } from '@fluentui/react-icons/svg/person'
import type { Icon } from '../../preload/contract/discovery.ts'

const icons = {
  own: Cloud20Regular,
  person: Person20Regular,
  team: PeopleTeam20Regular,
  library: Library20Regular,
  list: AppsListDetail20Regular,
  site: Globe20Regular,
} as const

/** What is drawn before a name. */
export function FoundIcon({ icon }: { readonly icon: Icon }) {
  const Drawn = icons[icon]
  return <Drawn />
}
