import { Avatar, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import { Add12Regular } from '@fluentui/react-icons/svg/add'
import { ArrowEnter16Regular } from '@fluentui/react-icons/svg/arrow-enter'
import { ArrowRight12Regular } from '@fluentui/react-icons/svg/arrow-right'
import { ArrowUndo16Regular } from '@fluentui/react-icons/svg/arrow-undo'
import { BotRegular } from '@fluentui/react-icons/svg/bot'
import { Delete12Regular } from '@fluentui/react-icons/svg/delete'
import { Edit12Regular } from '@fluentui/react-icons/svg/edit'
import { PeopleAdd16Regular } from '@fluentui/react-icons/svg/people-add'
import { PeopleEdit16Regular } from '@fluentui/react-icons/svg/people-edit'
import { PeopleProhibited16Regular } from '@fluentui/react-icons/svg/people-prohibited'
import { PersonRegular } from '@fluentui/react-icons/svg/person'
import { Rename16Regular } from '@fluentui/react-icons/svg/rename'
import { ShieldError16Regular } from '@fluentui/react-icons/svg/shield-error'
import type { ChangeKind, HistoryRow } from '../../preload/activity.ts'
import { initials } from '../words/initials.ts'

const useStyles = makeStyles({
  who: { position: 'relative', display: 'inline-flex', flexShrink: 0 },
  badge: {
    position: 'absolute',
    insetInlineEnd: '-5px',
    insetBlockEnd: '-5px',
    width: '18px',
    height: '18px',
    display: 'grid',
    placeItems: 'center',
    fontSize: '12px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
  },
  red: { color: tokens.colorPaletteRedForeground1 },
  mirrored: { ':dir(rtl)': { transform: 'scaleX(-1)' } },
})

const icons: Record<ChangeKind, FluentIcon> = {
  added: Add12Regular,
  edited: Edit12Regular,
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

const mirrored = new Set<ChangeKind>(['moved', 'moved-and-renamed'])

/** Who it was, with what they did as a small badge. The row's name says both. */
export function Who({ row: { who, kind } }: { readonly row: HistoryRow }) {
  const styles = useStyles()
  const Icon = icons[kind]
  return (
    <span className={styles.who} aria-hidden="true">
      {who.kind === 'app' || who.kind === 'someone' ? (
        <Avatar
          size={36}
          shape={who.kind === 'app' ? 'square' : 'circular'}
          color="neutral"
          icon={who.kind === 'app' ? <BotRegular /> : <PersonRegular />}
        />
      ) : (
        <Avatar
          size={36}
          color="colorful"
          idForColor={who.id ?? who.name}
          initials={{ dir: 'ltr', children: initials(who.name) }}
        />
      )}
      <span className={mergeClasses(styles.badge, kind === 'deleted' && styles.red)}>
        <Icon {...(mirrored.has(kind) ? { className: styles.mirrored } : {})} fontSize={12} />
      </span>
    </span>
  )
}
