import { makeStyles } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import { Add12Regular } from '@fluentui/react-icons/svg/add'
import { ArrowEnter16Regular } from '@fluentui/react-icons/svg/arrow-enter'
import { ArrowRight12Regular } from '@fluentui/react-icons/svg/arrow-right'
import { ArrowUndo16Regular } from '@fluentui/react-icons/svg/arrow-undo'
import { Circle12Regular } from '@fluentui/react-icons/svg/circle'
import { Delete12Regular } from '@fluentui/react-icons/svg/delete'
import { Edit12Regular } from '@fluentui/react-icons/svg/edit'
import { PeopleAdd16Regular } from '@fluentui/react-icons/svg/people-add'
import { PeopleEdit16Regular } from '@fluentui/react-icons/svg/people-edit'
import { PeopleProhibited16Regular } from '@fluentui/react-icons/svg/people-prohibited'
import { Rename16Regular } from '@fluentui/react-icons/svg/rename'
import { ShieldError16Regular } from '@fluentui/react-icons/svg/shield-error'
import type { ChangeKind } from '../../../preload/contract/kinds.ts'

const icons: Record<ChangeKind, FluentIcon> = {
  added: Add12Regular,
  edited: Edit12Regular,
  changed: Circle12Regular,
  replaced: Edit12Regular,
  renamed: Rename16Regular,
  moved: ArrowRight12Regular,
  'moved-and-renamed': ArrowRight12Regular,
  deleted: Delete12Regular,
  restored: ArrowUndo16Regular,
  shared: PeopleAdd16Regular,
  unshared: PeopleProhibited16Regular,
  'sharing-changed': PeopleEdit16Regular,
  malware: ShieldError16Regular,
  appeared: ArrowEnter16Regular,
}

/** Arrows along the line of reading. */
const mirrored = new Set<ChangeKind>(['moved', 'moved-and-renamed', 'restored', 'appeared'])

const useStyles = makeStyles({
  icon: { flexShrink: 0 },
  mirrored: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
})

/** What somebody did, as a small sign; the words beside it say the same. */
export function KindIcon({ kind, size = 16 }: { readonly kind: ChangeKind; readonly size?: number }) {
  const styles = useStyles()
  const Icon = icons[kind]
  return (
    <Icon
      aria-hidden="true"
      className={mirrored.has(kind) ? styles.mirrored : styles.icon}
      style={{ width: size, height: size }}
    />
  )
}
