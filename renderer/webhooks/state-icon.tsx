import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import { ArrowClockwise16Regular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { ArrowRepeatAll16Regular } from '@fluentui/react-icons/svg/arrow-repeat-all'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Circle16Regular } from '@fluentui/react-icons/svg/circle'
import { Delete16Regular } from '@fluentui/react-icons/svg/delete'
import { DismissCircle16Filled } from '@fluentui/react-icons/svg/dismiss-circle'
import { LockClosed16Filled } from '@fluentui/react-icons/svg/lock-closed'
import { PersonWarning16Filled } from '@fluentui/react-icons/svg/person-warning'
import { SubtractCircle16Regular } from '@fluentui/react-icons/svg/subtract-circle'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import type { Verdict } from '../../preload/contract/deliveries.ts'
import type { WebhookState } from '../../preload/contract/webhooks.ts'

const useStyles = makeStyles({
  icon: { display: 'inline-flex', flexShrink: 0 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  brand: { color: tokens.colorBrandForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type Drawn = readonly [FluentIcon, 'good' | 'brand' | 'warning' | 'bad' | 'quiet']

const states: Record<WebhookState['kind'], Drawn> = {
  creating: [ArrowClockwise16Regular, 'quiet'],
  checking: [ArrowClockwise16Regular, 'quiet'],
  delivering: [CheckmarkCircle16Filled, 'good'],
  'delivering-encrypted': [CheckmarkCircle16Filled, 'good'],
  slow: [Warning16Filled, 'warning'],
  'gone-being-made-anew': [ArrowClockwise16Regular, 'quiet'],
  'needs-permission': [LockClosed16Filled, 'warning'],
  unreachable: [Warning16Filled, 'warning'],
  'signed-out': [PersonWarning16Filled, 'warning'],
  elsewhere: [SubtractCircle16Regular, 'quiet'],
  deleting: [Delete16Regular, 'quiet'],
  refused: [DismissCircle16Filled, 'bad'],
}

const verdicts: Record<Verdict, Drawn> = {
  accepted: [CheckmarkCircle16Filled, 'good'],
  repeat: [SubtractCircle16Regular, 'quiet'],
  lifecycle: [ArrowRepeatAll16Regular, 'brand'],
  handshake: [CheckmarkCircle16Filled, 'brand'],
  refused: [DismissCircle16Filled, 'bad'],
  'not-stored': [Warning16Filled, 'warning'],
}

const steps: Record<'waiting' | 'running' | 'passed' | 'failed' | 'skipped', Drawn> = {
  waiting: [Circle16Regular, 'quiet'],
  skipped: [Circle16Regular, 'quiet'],
  running: [ArrowClockwise16Regular, 'brand'],
  passed: [CheckmarkCircle16Filled, 'good'],
  failed: [DismissCircle16Filled, 'bad'],
}

/** The one coloured thing of a webhook's state; its words always stand beside it. */
export const StateIcon = ({ kind }: { readonly kind: WebhookState['kind'] }) => <Draw drawn={states[kind]} />

/** What became of a delivery. */
export const VerdictIcon = ({ verdict }: { readonly verdict: Verdict }) => <Draw drawn={verdicts[verdict]} />

/** How a step of the self-test, or a check of a delivery, went. */
export const StepIcon = ({ kind }: { readonly kind: keyof typeof steps }) => <Draw drawn={steps[kind]} />

function Draw({ drawn: [Icon, colour] }: { readonly drawn: Drawn }) {
  const styles = useStyles()
  return (
    <span className={mergeClasses(styles.icon, styles[colour])} aria-hidden="true">
      <Icon />
    </span>
  )
}
