import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { BotRegular } from '@fluentui/react-icons/svg/bot'
import { PersonRegular } from '@fluentui/react-icons/svg/person'
import type { ComponentProps } from 'react'
import type { HistoryRow, RowPerson } from '../../../preload/contract/activity.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { KindIcon } from './kind-icon.tsx'

const useStyles = makeStyles({
  who: { position: 'relative', display: 'inline-flex', flexShrink: 0 },
  // Side by side, one over the other, in the room of one.
  faces: { display: 'flex', width: '36px', height: '36px', alignItems: 'center' },
  face: {
    display: 'inline-flex',
    width: '6px',
    flexGrow: 1,
    minWidth: 0,
    ':last-child': { flexGrow: 0, width: '24px' },
  },
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
})

/** Who it was, with what they did as a small badge. The row's name says both. */
export function Who({ row: { who, others, kind } }: { readonly row: HistoryRow }) {
  const styles = useStyles()
  return (
    <span className={styles.who} aria-hidden="true">
      {others.length === 0 ? (
        <Avatar size={36} of={faceOf(who)} />
      ) : (
        <span className={styles.faces}>
          {[who, ...others].map((each) => (
            <span key={`${each.kind} ${each.id ?? each.name}`} className={styles.face}>
              <Avatar size={24} of={faceOf(each)} />
            </span>
          ))}
        </span>
      )}
      <span className={mergeClasses(styles.badge, kind === 'deleted' && styles.red)}>
        <KindIcon kind={kind} size={12} />
      </span>
    </span>
  )
}

function faceOf(who: RowPerson): ComponentProps<typeof Avatar>['of'] {
  if (who.kind === 'app') return { kind: 'picture', square: true, picture: <BotRegular /> }
  if (who.kind === 'someone') return { kind: 'picture', square: false, picture: <PersonRegular /> }
  return { kind: 'person', name: who.name, id: who.id ?? who.name }
}
