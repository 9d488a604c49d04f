import { Checkbox, makeStyles } from '@fluentui/react-components'
import { ruleKinds } from '../../../preload/contract/kinds.ts'
import { rulesWords as said } from '../../words/rules.ts'
import { withKind } from './rules-draft.ts'
import type { SectionProps } from './section-props.ts'
import { Section } from './section.tsx'

const useStyles = makeStyles({
  kinds: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))',
    marginInlineStart: '-8px',
  },
})

/** Which kinds of change are told. */
export function What({ draft, change }: SectionProps) {
  const styles = useStyles()
  return (
    <Section title={said.what} text={said.whatText}>
      <div className={styles.kinds}>
        {ruleKinds.map((kind) => (
          <Checkbox
            key={kind}
            label={said.kinds[kind]}
            checked={draft.kinds.includes(kind)}
            onChange={(_event, { checked }) => change((draft) => withKind(draft, kind, checked === true))}
          />
        ))}
      </div>
    </Section>
  )
}
