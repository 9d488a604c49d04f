import { makeStyles } from '@fluentui/react-components'
import { SearchField } from '../../ui/search-field.tsx'
import { narrow } from '../../ui/use-media.ts'
import type { Search } from './use-search.ts'
import { useWords } from '../../ui/words-context.ts'

const useStyles = makeStyles({
  search: { width: '240px', [narrow]: { width: '100%', maxWidth: 'none' } },
})

/** Words of names, places and people. */
export function ActivitySearch({ search }: { readonly search: Search }) {
  const words = useWords()
  const styles = useStyles()
  return (
    <SearchField
      input={{ ref: search.field }}
      className={styles.search}
      label={words.phrase('activity.search')}
      value={search.typed}
      aria-keyshortcuts="Control+F Meta+F"
      maxLength={200}
      type={(typed) => search.type(typed)}
    />
  )
}
