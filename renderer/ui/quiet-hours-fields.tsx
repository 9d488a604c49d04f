import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import type { QuietHours } from '../../preload/contract/rules.ts'
import { cityOf, here, weekdays, weekOrder, zoneWithOffset, zoneWords } from '../words/quiet-hours.ts'
import { Labelled, NativeSelect } from './native.tsx'
import { Pills } from './pills.tsx'
import { minutely, useNow } from './use-now.ts'
import { TimeField } from './time-field.tsx'
import { useWords } from './words-context.ts'

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  times: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  zone: { maxWidth: '240px' },
  days: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  digest: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
})

const others = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')
const zones = ['UTC', ...others.toSorted((a, b) => zoneWords(a).localeCompare(zoneWords(b)))]
const parts = [
  ['days', 'quiet.days'],
  ['wholeDays', 'quiet.whole-days'],
] as const

/** Hours without notices: when, on which days, in which zone, and whether one digest ends them. */
export function QuietHoursFields(props: {
  readonly hours: QuietHours
  readonly change: (hours: QuietHours) => void
}) {
  const words = useWords()
  const styles = useStyles()
  const { hours } = props
  const now = useNow(minutely)
  const change = (changed: Partial<QuietHours>) => props.change({ ...hours, ...changed })
  return (
    <div className={styles.fields}>
      <div className={styles.times}>
        {(['from', 'to'] as const).map((end) => (
          <Labelled key={end} label={words.phrase(`quiet.${end}`)}>
            <TimeField value={hours[end]} change={(time) => change({ [end]: time })} />
          </Labelled>
        ))}
        <Labelled label={words.phrase('quiet.zone')}>
          <NativeSelect
            className={styles.zone}
            value={hours.zone ?? ''}
            onChange={({ target }) => change({ zone: target.value || null })}
          >
            <option value="">{words.phrase('quiet.here', { zone: cityOf(here()) })}</option>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zoneWithOffset(zone, now)}
              </option>
            ))}
          </NativeSelect>
        </Labelled>
      </div>
      {parts.map(([which, label]) => (
        <div key={which} className={styles.days}>
          <span aria-hidden="true">{words.phrase(label)}</span>
          <Pills
            label={words.phrase(label)}
            pills={weekdays(words).map(({ day, short }) => ({ key: day, text: short }))}
            pressed={hours[which]}
            press={(days) => change({ [which]: weekOrder(days) })}
          />
        </div>
      ))}
      <Checkbox
        className={styles.digest}
        label={words.phrase('quiet.summary')}
        checked={hours.digest}
        onChange={(_event, { checked }) => change({ digest: checked === true })}
      />
    </div>
  )
}
