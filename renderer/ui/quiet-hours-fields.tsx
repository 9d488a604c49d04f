import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import type { QuietHours } from '../../preload/contract/rules.ts'
import { cityOf, here, quietWords, weekdays, weekOrder, zoneWords } from '../words/quiet-hours.ts'
import { Labelled, NativeSelect } from './native.tsx'
import { Pills } from './pills.tsx'
import { TimeField } from './time-field.tsx'

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  times: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  zone: { maxWidth: '240px' },
  days: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  digest: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
})

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
const pills = weekdays.map(({ day, short }) => ({ key: day, text: short }))

/** Hours without notices: when, on which days, in which zone, and whether one digest ends them. */
export function QuietHoursFields(props: {
  readonly hours: QuietHours
  readonly change: (hours: QuietHours) => void
}) {
  const styles = useStyles()
  const { hours } = props
  const change = (changed: Partial<QuietHours>) => props.change({ ...hours, ...changed })
  return (
    <div className={styles.fields}>
      <div className={styles.times}>
        {(['from', 'to'] as const).map((end) => (
          <Labelled key={end} label={quietWords[end]}>
            <TimeField value={hours[end]} change={(time) => change({ [end]: time })} />
          </Labelled>
        ))}
        <Labelled label={quietWords.zone}>
          <NativeSelect
            className={styles.zone}
            value={hours.zone ?? ''}
            onChange={({ target }) => change({ zone: target.value || null })}
          >
            <option value="">{quietWords.here(cityOf(here()))}</option>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zoneWords(zone)}
              </option>
            ))}
          </NativeSelect>
        </Labelled>
      </div>
      {(['days', 'wholeDays'] as const).map((which) => (
        <div key={which} className={styles.days}>
          <span aria-hidden="true">{quietWords[which]}</span>
          <Pills
            label={quietWords[which]}
            pills={pills}
            pressed={hours[which]}
            press={(days) => change({ [which]: weekOrder(days) })}
          />
        </div>
      ))}
      <Checkbox
        className={styles.digest}
        label={quietWords.digest}
        checked={hours.digest}
        onChange={(_event, { checked }) => change({ digest: checked === true })}
      />
    </div>
  )
}
