import { makeStyles, tokens } from '@fluentui/react-components'
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark'
import { words } from '../words/english.ts'
import { permissions } from '../words/permissions.ts'
import { useChip } from './chip.ts'

const useStyles = makeStyles({
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    marginBlockStart: tokens.spacingVerticalS,
    padding: 0,
    listStyleType: 'none',
  },
  names: {
    margin: 0,
    marginBlockStart: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  scope: { fontFamily: tokens.fontFamilyMonospace },
})

/** What an account allowed: in words, and below by the scopes' own names. */
export function Permissions({ scopes }: { readonly scopes: readonly string[] }) {
  const styles = useStyles()
  const chip = useChip()
  const granted = permissions(scopes)
  if (granted.names.length === 0) return null
  return (
    <>
      {granted.words.length > 0 && (
        <ul className={styles.chips} aria-label={words.accounts.permissions}>
          {granted.words.map((permission) => (
            <li key={permission} className={chip}>
              <Checkmark16Regular aria-hidden="true" />
              {permission}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.names}>
        <bdi className={styles.scope}>{granted.names.join(' · ')}</bdi>
        {granted.readOnly && words.accounts.readOnly}
      </p>
    </>
  )
}
