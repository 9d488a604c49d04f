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

/** The colour that somebody has always: the one Fluent would choose. */
export function avatarColor(id: string): { readonly color: string; readonly backgroundColor: string } {
  let sum = 0
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at)
    sum ^= (code << (at % 8)) + (code >> (8 - (at % 8)))
  }
  const name = `--colorPalette${palette[sum % palette.length] ?? 'Anchor'}`
  return { color: `var(${name}Foreground2)`, backgroundColor: `var(${name}Background2)` }
}
