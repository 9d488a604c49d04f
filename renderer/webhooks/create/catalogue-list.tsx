import { useWords } from '../../ui/words-context.ts'
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { LockClosed16Regular } from '@fluentui/react-icons/svg/lock-closed'
import { useState } from 'react'
import type { Message } from '../../../preload/words/phrase.ts'
import type { CatalogueRow } from '../../../preload/contract/webhook-catalogue.ts'
import { useRovingRows } from '../../ui/use-roving-rows.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { useHeld } from '../../ui/use-held.ts'
import { WebhookIcon } from '../webhook-icon.tsx'
import { grouped } from './catalogue-groups.ts'

const useStyles = makeStyles({
  find: { width: '100%' },
  group: {
    margin: 0,
    paddingBlock: `${tokens.spacingVerticalM} ${tokens.spacingVerticalXS}`,
    paddingInline: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusXLarge,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  locked: { color: tokens.colorNeutralForeground3, cursor: 'default' },
  icon: { display: 'inline-flex' },
  caption: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  onChosen: { color: tokens.colorNeutralForeground2 },
  none: { margin: 0, padding: tokens.spacingVerticalM, color: tokens.colorNeutralForeground2 },
})

/** What Microsoft can call about, by group; what this account cannot have stays, with the reason. */
export function CatalogueList(props: {
  readonly rows: readonly CatalogueRow[]
  readonly chosen: string | null
  readonly choose: (row: CatalogueRow) => void
}) {
  const words = useWords()
  const styles = useStyles()
  const [typed, setTyped] = useState('')
  const { list, onKeyDown, onFocus } = useRovingRows()
  const [groups, press] = useHeld(grouped(props.rows, typed, words))
  return (
    <>
      <SearchField
        className={styles.find}
        label={words.phrase('webhook.form.find')}
        value={typed}
        type={setTyped}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          list.current?.querySelector<HTMLElement>('[data-row]')?.focus()
        }}
      />
      {typed.trim() !== '' && groups.every(({ group }) => group === 'other') && (
        <p className={styles.none}>{words.phrase('webhook.form.nothing', { typed: typed.trim() })}</p>
      )}
      <div
        ref={list}
        // Rows of two lines with icons: more than a native list can hold.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="listbox"
        tabIndex={-1}
        aria-label={words.phrase('webhook.form.catalogue')}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        {...press}
      >
        {groups.map(({ group, rows }) => (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          <div key={group} role="group" aria-label={words.phrase(`catalogue.group.${group}`)}>
            <div className={styles.group} aria-hidden="true">
              {words.phrase(`catalogue.group.${group}`)}
            </div>
            {rows.map((row) => (
              <Option
                key={row.key}
                row={row}
                isChosen={row.key === props.chosen}
                choose={() => props.choose(row)}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  )
}

const newer: Message = { key: 'webhook.form.newer' }

function Option(props: {
  readonly row: CatalogueRow
  readonly isChosen: boolean
  readonly choose: () => void
}) {
  const words = useWords()
  const { row, isChosen } = props
  const styles = useStyles()
  const lines = [row.caption ?? (row.isNewer ? newer : null), row.locked].filter((line) => line !== null)
  const choose = row.locked === null ? props.choose : undefined
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      aria-selected={isChosen}
      aria-disabled={row.locked !== null}
      tabIndex={-1}
      data-row={row.key}
      className={mergeClasses(styles.row, isChosen && styles.chosen, row.locked !== null && styles.locked)}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        choose?.()
      }}
    >
      <span className={styles.icon} aria-hidden="true">
        <WebhookIcon icon={row.icon} />
      </span>
      <div>
        <div>{words.say(row.title)}</div>
        {lines.map((line) => (
          <div key={line.key} className={mergeClasses(styles.caption, isChosen && styles.onChosen)}>
            {words.say(line)}
          </div>
        ))}
      </div>
      {row.locked !== null && (
        <span className={styles.icon} aria-hidden="true">
          <LockClosed16Regular />
        </span>
      )}
    </div>
  )
}
