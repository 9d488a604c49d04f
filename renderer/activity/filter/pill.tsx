import {
  Button,
  type ButtonProps,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components'
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import { type ReactElement, useEffect, useRef } from 'react'
import type { Option } from './use-filter-options.ts'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  pill: { minWidth: 0, fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap' },
  tag: {
    display: 'inline-flex',
    alignItems: 'center',
    maxWidth: '200px',
    height: '24px',
    paddingInlineStart: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    '@media (forced-colors: active)': { border: '1px solid Highlight' },
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  remove: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '24px',
    height: '24px',
    marginInlineStart: tokens.spacingHorizontalSNudge,
    padding: 0,
    border: 'none',
    borderInlineStartWidth: '1px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke2,
    borderStartEndRadius: tokens.borderRadiusCircular,
    borderEndEndRadius: tokens.borderRadiusCircular,
    backgroundColor: 'transparent',
    color: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
})

/** A thing to choose by a menu; once chosen, a tag that can be taken away. */
export function MenuPill<T extends string>(props: {
  readonly name: string
  readonly any: string
  readonly chosen: string | null
  readonly options: readonly Option<T>[]
  readonly choose: (key: T | null) => void
}) {
  const { name, any, chosen, options, choose } = props
  return (
    <Pill chosen={chosen} remove={() => choose(null)}>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <PillButton label={name} any={any} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {options.map(({ key, text }) => (
              <MenuItem key={key} onClick={() => choose(key)}>
                <bdi>{text}</bdi>
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </Pill>
  )
}

/** Opens what can be chosen. Its other properties come from the menu or popover it opens. */
export function PillButton({
  label,
  any,
  ...rest
}: { readonly label: string; readonly any: string } & ButtonProps) {
  const styles = useStyles()
  return (
    <Button
      {...rest}
      className={styles.pill}
      size="small"
      shape="circular"
      iconPosition="after"
      icon={<ChevronDown12Regular />}
      aria-label={`${label}: ${any}`}
    >
      {any}
    </Button>
  )
}

/** What is chosen as a tag, or else the way to choose. The focus stays when one becomes the other. */
export function Pill(props: {
  readonly chosen: string | null
  readonly remove: () => void
  readonly children: ReactElement
}) {
  const words = useWords()
  const { chosen, remove, children } = props
  const styles = useStyles()
  const place = useRef<HTMLSpanElement>(null)
  const before = useRef(chosen)
  useEffect(() => {
    if (before.current === chosen) return undefined
    before.current = chosen
    // After the frame: a closing menu first looks for the button that opened it.
    const frame = requestAnimationFrame(() => {
      const { activeElement } = document
      if (activeElement === document.body || place.current?.contains(activeElement))
        place.current?.querySelector('button')?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [chosen])
  return (
    <span ref={place}>
      {chosen === null ? (
        children
      ) : (
        <span className={styles.tag}>
          <bdi className={styles.text} title={chosen}>
            {chosen}
          </bdi>
          <button
            type="button"
            className={styles.remove}
            aria-label={words.phrase('button.remove', { what: chosen })}
            onClick={remove}
          >
            <Dismiss16Regular />
          </button>
        </span>
      )}
    </span>
  )
}
