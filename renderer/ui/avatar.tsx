import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { PersonRegular } from '@fluentui/react-icons/svg/person'
import type { ReactNode } from 'react'
import { initials } from '../words/initials.ts'

const useStyles = makeStyles({
  avatar: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusCircular,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: '1',
    userSelect: 'none',
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground6,
  },
  square: { borderRadius: tokens.borderRadiusMedium },
})

const letters = { 24: tokens.fontSizeBase100, 36: tokens.fontSizeBase300, 48: tokens.fontSizeBase400 }
const pictures = { 24: '14px', 36: '20px', 48: '24px' }

/** Somebody as a disc: initials in a color that is always theirs, or a picture. The words beside it say who. */
export function Avatar(props: {
  readonly size: 24 | 36 | 48
  readonly of:
    | { readonly kind: 'person'; readonly name: string; readonly id: string }
    | { readonly kind: 'picture'; readonly square: boolean; readonly picture: ReactNode }
}) {
  const { size, of } = props
  const styles = useStyles()
  const text = of.kind === 'person' ? initials(of.name) : ''
  return (
    <span
      aria-hidden="true"
      dir="ltr"
      className={mergeClasses(styles.avatar, of.kind === 'picture' && of.square && styles.square)}
      style={{
        width: size,
        height: size,
        fontSize: (text ? letters : pictures)[size],
        ...(of.kind === 'person' && avatarColor(of.id)),
      }}
    >
      {text || (of.kind === 'picture' ? of.picture : <PersonRegular />)}
    </span>
  )
}

/** Fluent's palette of people, by the names its theme has for them. */
const palette = [
  'DarkRed',
  'Cranberry',
  'Red',
  'Pumpkin',
  'Peach',
  'Marigold',
  'Gold',
  'Brass',
  'Brown',
  'Forest',
  'Seafoam',
  'DarkGreen',
  'LightTeal',
  'Teal',
  'Steel',
  'Blue',
  'RoyalBlue',
  'Cornflower',
  'Navy',
  'Lavender',
  'Purple',
  'Grape',
  'Lilac',
  'Pink',
  'Magenta',
  'Plum',
  'Beige',
  'Mink',
  'Platinum',
  'Anchor',
]

/** The color that somebody has always: the one Fluent would choose. */
function avatarColor(id: string): { readonly color: string; readonly backgroundColor: string } {
  let sum = 0
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at)
    sum ^= (code << (at % 8)) + (code >> (8 - (at % 8)))
  }
  const name = `--colorPalette${palette[sum % palette.length] ?? 'Anchor'}`
  return { color: `var(${name}Foreground2)`, backgroundColor: `var(${name}Background2)` }
}
