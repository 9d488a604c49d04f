import { fileTypes } from '../../../preload/contract/kinds.ts'
import { Pills } from '../../ui/pills.tsx'
import { rulesWords as said } from '../../words/rules.ts'
import { AddPattern } from './add-pattern.tsx'
import { putBack } from './rules-draft.ts'
import type { SectionProps } from './section-props.ts'
import { Section } from './section.tsx'
import { Size } from './size.tsx'
import { Tags } from './tags.tsx'

const typePills = fileTypes.map((type) => ({ key: type, text: said.types[type] }))

/** Which files' changes are told: by name or path, by type, by size. `bad`: places of patterns that cannot be read. */
export function FileRules({ draft, change, bad }: SectionProps & { readonly bad: readonly number[] }) {
  const { patterns } = draft
  return (
    <>
      <Section title={said.files} text={said.filesText}>
        <Tags
          label={said.patterns}
          tags={patterns.map(({ glob, not }, index) => ({
            key: `${not} ${glob}`,
            name: not ? said.not(glob) : glob,
            fault: bad.includes(index) ? said.badPattern : null,
          }))}
          remove={(index) => {
            const pattern = patterns[index]
            change((draft) => ({ ...draft, patterns: draft.patterns.toSpliced(index, 1) }))
            return () =>
              pattern && change((draft) => ({ ...draft, patterns: putBack(draft.patterns, index, pattern) }))
          }}
        >
          <AddPattern draft={draft} change={change} isBad={bad.includes(patterns.length)} />
        </Tags>
      </Section>
      <Section title={said.typesTitle} text={said.typesText}>
        <Pills
          label={said.typesTitle}
          pills={typePills}
          pressed={draft.types}
          press={(types) => change((draft) => ({ ...draft, types }))}
        />
        <Size draft={draft} change={change} />
      </Section>
    </>
  )
}
