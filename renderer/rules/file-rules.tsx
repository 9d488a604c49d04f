import { fileTypes } from '../../preload/contract/kinds.ts'
import { Pills } from '../ui/pills.tsx'
import { AddPattern } from './add-pattern.tsx'
import { putBack } from './rules-draft.ts'
import type { SectionProps } from './section-props.ts'
import { Section } from './section.tsx'
import { Size } from './size.tsx'
import { Tags } from './tags.tsx'
import { useWords } from '../ui/words-context.ts'

/**
 * Which files' changes are told: by name or path, by type, by size. `bad`: places of patterns that cannot be read. What is
 * no file has a name alone.
 */
export function FileRules({
  draft,
  change,
  bad,
  isOfFiles,
}: SectionProps & { readonly bad: readonly number[]; readonly isOfFiles: boolean }) {
  const words = useWords()
  const { patterns } = draft
  return (
    <>
      <Section
        title={words.phrase(isOfFiles ? 'rules.files' : 'rules.names')}
        text={words.phrase(isOfFiles ? 'rules.files-text' : 'rules.names-text')}
      >
        <Tags
          label={words.phrase('rules.patterns')}
          tags={patterns.map(({ glob, not }, index) => ({
            key: `${not} ${glob}`,
            name: not ? words.phrase('rule.not', { names: glob }) : glob,
            fault: bad.includes(index) ? words.phrase('rules.pattern-bad') : null,
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
      {isOfFiles && (
        <Section title={words.phrase('rules.types')} text={words.phrase('rules.types-text')}>
          <Pills
            label={words.phrase('rules.types')}
            pills={fileTypes.map((type) => ({ key: type, text: words.phrase(`rules.type.${type}`) }))}
            pressed={draft.types}
            press={(types) => change((draft) => ({ ...draft, types }))}
          />
          <Size draft={draft} change={change} />
        </Section>
      )}
    </>
  )
}
