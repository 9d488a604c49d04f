import { Briefcase16Regular } from '@fluentui/react-icons/svg/briefcase'
import { Person16Regular } from '@fluentui/react-icons/svg/person'
import type { AccountView } from '../../preload/contract/state.ts'
import { words } from '../words/english.ts'
import { useChip } from './chip.ts'

const said = words.accounts

/** What kind of account it is, and its cloud when that is not the usual one. */
export function KindChip({ type, cloud }: Pick<AccountView, 'type' | 'cloud'>) {
  const Icon = type === 'work' ? Briefcase16Regular : Person16Regular
  return (
    <span className={useChip()}>
      <Icon aria-hidden="true" />
      {cloud === 'global' ? said.types[type] : said.inCloud(said.types[type], said.clouds[cloud])}
    </span>
  )
}
