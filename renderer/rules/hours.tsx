import { makeStyles, tokens } from '@fluentui/react-components'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { QuietHoursFields } from '../ui/quiet-hours-fields.tsx'
import { TimeField } from '../ui/time-field.tsx'
import { useWords } from '../ui/words-context.ts'
import { quietHoursWords } from '../words/quiet-hours.ts'
import { Choices } from './choices.tsx'
import type { SectionProps } from './section-props.ts'
import { Section } from './section.tsx'

const quietKinds = ['as-in-settings', 'own', 'none'] as const
const oftenKinds = ['at-once', 'daily'] as const

const useStyles = makeStyles({
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  // Under the words that lead to it.
  often: { '> input': { marginInlineStart: '28px' } },
})

/** When this drive is quiet, and how often it tells. */
export function Hours({ draft, change }: SectionProps) {
  const styles = useStyles()
  const words = useWords()
  const { quietHours } = useDrivebell().state.settings
  const { quiet, often } = draft
  return (
    <>
      <Section title={words.phrase('settings.quiet')}>
        <Choices
          label={words.phrase('settings.quiet')}
          word={(kind) => words.phrase(`rules.quiet.${kind}`)}
          order={quietKinds}
          value={quiet.kind}
          choose={(kind) => change((draft) => ({ ...draft, quiet: { ...draft.quiet, kind } }))}
        />
        {quiet.kind === 'as-in-settings' && (
          <p className={styles.note}>
            {quietHours ? quietHoursWords(quietHours, words) : words.phrase('settings.quiet.off-for-drive')}
          </p>
        )}
        {quiet.kind === 'own' && (
          <QuietHoursFields
            hours={quiet.hours}
            change={(hours) => change((draft) => ({ ...draft, quiet: { kind: 'own', hours } }))}
          />
        )}
      </Section>
      <Section title={words.phrase('rules.often')}>
        <div className={styles.often}>
          <Choices
            below
            label={words.phrase('rules.often')}
            word={(kind) => words.phrase(`rules.often.${kind}`)}
            order={oftenKinds}
            value={often.kind}
            choose={(kind) => change((draft) => ({ ...draft, often: { ...draft.often, kind } }))}
          />
          {often.kind === 'daily' && (
            <TimeField
              name={words.phrase('rules.summary-at')}
              value={often.at}
              change={(at) => change((draft) => ({ ...draft, often: { ...draft.often, at } }))}
            />
          )}
        </div>
      </Section>
    </>
  )
}
