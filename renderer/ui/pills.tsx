import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  pills: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  pill: {
    boxSizing: 'border-box',
    height: '24px',
    paddingInline: tokens.spacingHorizontalM,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  pressed: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackgroundSelected,
    ...shorthands.borderColor(tokens.colorBrandBackgroundSelected),
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      color: 'HighlightText',
      backgroundColor: 'Highlight',
      ...shorthands.borderColor('Highlight'),
    },
  },
})

/** Things that are on or off, side by side. */
export function Pills<K extends string | number>(props: {
  readonly label: string
  readonly pills: readonly { readonly key: K; readonly text: string }[]
  readonly pressed: readonly K[]
  readonly press: (pressed: K[]) => void
}) {
  const styles = useStyles()
  const { pressed, press } = props
  return (
    // A fieldset would bring a frame and a legend of its own.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div role="group" aria-label={props.label} className={styles.pills}>
      {props.pills.map(({ key, text }) => {
        const isPressed = pressed.includes(key)
        return (
          <button
            key={key}
            type="button"
            className={mergeClasses(styles.pill, isPressed && styles.pressed)}
            aria-pressed={isPressed}
            onClick={() => press(isPressed ? pressed.filter((other) => other !== key) : [...pressed, key])}
          >
            {text}
          </button>
        )
      })}
    </div>
  )
}
