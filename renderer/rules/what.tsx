import { Checkbox, makeStyles } from '@fluentui/react-components'
import type { RuleKind } from '../../preload/contract/kinds.ts'
import { withKind } from './rules-draft.ts'
import type { SectionProps } from './section-props.ts'
import { Section } from './section.tsx'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  kinds: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))',
    marginInlineStart: '-8px',
  },
})

/** Which kinds of change are told, of those that there can be. */
export function What({ draft, change, kinds }: SectionProps & { readonly kinds: readonly RuleKind[] }) {
  const words = useWords()
  const styles = useStyles()
  return (
    <Section title={words.phrase('rules.what')} text={words.phrase('rules.what-text')}>
      <div className={styles.kinds}>
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            label={words.phrase(`rules.kind.${kind}`)}
            checked={draft.kinds.includes(kind)}
            onChange={(_event, { checked }) => change((draft) => withKind(draft, kind, checked === true))}
          />
        ))}
      </div>
    </Section>
  )
}
