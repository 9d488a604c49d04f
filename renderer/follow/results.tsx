import { Tile } from '../ui/tile.tsx'
import { useWords } from '../ui/words-context.ts'
import { mergeClasses } from '@fluentui/react-components'
import { CheckboxChecked20Regular } from '@fluentui/react-icons/svg/checkbox-checked'
import { CheckboxUnchecked20Regular } from '@fluentui/react-icons/svg/checkbox-unchecked'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right'
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Found } from '../../preload/contract/discovery.ts'
import { useHeld } from '../ui/use-held.ts'
import { FoundIcon } from '../ui/found-icon.tsx'
import { useFollowStyles } from './follow-styles.ts'
import type { Words } from '../../preload/words/words.ts'

/** What was found, of which some can be chosen: one tab stop, arrows move, Enter chooses (interface.md 3). */
export function Results(props: {
  readonly label: string
  readonly rows: readonly Found[]
  readonly chosen: ReadonlySet<string>
  /** `into`: with the key that goes on to what is inside. */
  readonly choose: (found: Found, into: boolean) => void
  readonly isGrouped?: boolean
  readonly takesFocus?: boolean
}) {
  const { chosen, choose, takesFocus = false } = props
  const [rows, press] = useHeld(props.rows)
  const words = useWords()
  const styles = useFollowStyles()
  const list = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState<string | null>(null)
  const first = rows.find(({ key }) => chosen.has(key)) ?? rows[0]
  const stopKey = rows.some(({ key }) => key === stop) ? stop : first?.key
  const options = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])]
  useEffect(() => {
    if (takesFocus) list.current?.querySelector<HTMLElement>('[role="option"]')?.focus()
  }, [takesFocus])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const all = options()
    const at = event.target instanceof HTMLElement ? all.indexOf(event.target) : -1
    const found = ordered(rows, props.isGrouped ?? false, words)[at]
    if (!found) return
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const into = event.key === forward && found.choice.kind === 'site'
    if (event.key === 'Enter' || event.key === ' ' || into) {
      event.preventDefault()
      if (found.choice.kind !== 'closed') choose(found, into)
      return
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    all[to]?.focus()
  }
  const option = (found: Found) => (
    <Option
      key={found.key}
      found={found}
      isInSite={props.isGrouped ?? false}
      isChosen={chosen.has(found.key)}
      isStop={found.key === stopKey}
      focused={() => setStop(found.key)}
      choose={() => choose(found, false)}
    />
  )
  return (
    <div
      ref={list}
      // Rows of two lines with icons: more than a native list can hold.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      tabIndex={-1}
      aria-label={props.label}
      aria-multiselectable={rows.some(({ choice }) => choice.kind === 'target')}
      className={styles.list}
      onKeyDown={onKeyDown}
      {...press}
    >
      {props.isGrouped
        ? groups(rows, words).map(({ title, rows }) => (
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            <div key={title} role="group" aria-label={title}>
              <div className={styles.group} aria-hidden="true">
                {title}
              </div>
              {rows.map((found) => option(found))}
            </div>
          ))
        : rows.map((found) => option(found))}
    </div>
  )
}

function Option(props: {
  readonly found: Found
  /** Its site's name stands above the list. */
  readonly isInSite: boolean
  readonly isChosen: boolean
  readonly isStop: boolean
  readonly focused: () => void
  readonly choose: () => void
}) {
  const { found, isChosen } = props
  const { name, place, icon, choice, followed } = found
  const styles = useFollowStyles()
  const words = useWords()
  const isClosed = choice.kind === 'closed'
  return (
    // Its keys are heard by the listbox around it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      aria-selected={isChosen}
      aria-disabled={isClosed}
      tabIndex={props.isStop ? 0 : -1}
      className={mergeClasses(styles.option, isChosen && styles.chosen, isClosed && styles.closed)}
      onFocus={props.focused}
      onClick={isClosed ? undefined : props.choose}
    >
      <Tile>
        <FoundIcon icon={icon} />
      </Tile>
      <div>
        <div className={mergeClasses(styles.name, isClosed && styles.quiet)} title={name}>
          <bdi>{name}</bdi>
        </div>
        <div className={styles.second}>
          <bdi>{isClosed ? words.say(choice.why) : props.isInSite ? '' : place}</bdi>
        </div>
      </div>
      <span className={styles.badge}>
        {followed !== null && (
          <>
            <CheckmarkRegular aria-hidden="true" />
            <span>{words.phrase('subscriptions.following')}</span>
          </>
        )}
        {choice.kind === 'target' && followed === null && (
          <span aria-hidden="true">
            {isChosen ? <CheckboxChecked20Regular /> : <CheckboxUnchecked20Regular />}
          </span>
        )}
        {isClosed && <LockClosed20Regular aria-hidden="true" />}
        {choice.kind === 'site' && (
          <span className={styles.mirrored} aria-hidden="true">
            <ChevronRight20Regular />
          </span>
        )}
      </span>
    </div>
  )
}

interface Group {
  readonly title: string
  readonly rows: readonly Found[]
}

/** Lists below libraries. */
function groups(rows: readonly Found[], words: Words): readonly Group[] {
  return [
    { title: words.phrase('follow.libraries'), rows: rows.filter(({ icon }) => icon !== 'list') },
    { title: words.phrase('follow.lists'), rows: rows.filter(({ icon }) => icon === 'list') },
  ].filter(({ rows }) => rows.length > 0)
}

const ordered = (rows: readonly Found[], isGrouped: boolean, words: Words) =>
  isGrouped ? groups(rows, words).flatMap(({ rows }) => rows) : rows
