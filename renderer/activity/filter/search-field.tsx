import { makeStyles, SearchBox } from '@fluentui/react-components'
import { narrow } from '../../ui/use-media.ts'
import { words } from '../../words/english.ts'
import type { Search } from './use-search.ts'

const useStyles = makeStyles({
  search: { width: '240px', [narrow]: { width: '100%', maxWidth: 'none' } },
})

/** Words of names, places and people. */
export function SearchField({ search }: { readonly search: Search }) {
  const styles = useStyles()
  return (
    <SearchBox
      input={{ ref: search.field }}
      className={styles.search}
      value={search.typed}
      placeholder={words.activity.search}
      aria-label={words.activity.search}
      aria-keyshortcuts="Control+F Meta+F"
      maxLength={200}
      dismiss={{ 'aria-label': words.common.clear }}
      onChange={(_event, { value }) => search.type(value)}
    />
  )
}
