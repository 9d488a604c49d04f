import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import { ArrowCircleDown16Filled } from '@fluentui/react-icons/svg/arrow-circle-down'
import { ArrowClockwise16Regular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Clock16Filled } from '@fluentui/react-icons/svg/clock'
import { CloudOff16Filled } from '@fluentui/react-icons/svg/cloud-off'
import { DismissCircle16Filled } from '@fluentui/react-icons/svg/dismiss-circle'
import { LockClosed16Filled } from '@fluentui/react-icons/svg/lock-closed'
import { PauseCircle16Filled } from '@fluentui/react-icons/svg/pause-circle'
import { PersonWarning16Filled } from '@fluentui/react-icons/svg/person-warning'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import type { DriveStatus, Overview } from '../../preload/contract/state.ts'

const useStyles = makeStyles({
  icon: { display: 'inline-flex', flexShrink: 0 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  brand: { color: tokens.colorBrandForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type Kind = DriveStatus['kind'] | Overview['kind']

const icons: Record<Kind, readonly [FluentIcon, 'good' | 'brand' | 'warning' | 'quiet']> = {
  live: [CheckmarkCircle16Filled, 'good'],
  'catching-up': [ArrowCircleDown16Filled, 'brand'],
  polling: [Clock16Filled, 'quiet'],
  reconnecting: [ArrowClockwise16Regular, 'quiet'],
  paused: [PauseCircle16Filled, 'quiet'],
  'no-access': [LockClosed16Filled, 'warning'],
  gone: [DismissCircle16Filled, 'quiet'],
  'signed-out': [PersonWarning16Filled, 'warning'],
  offline: [CloudOff16Filled, 'quiet'],
  attention: [Warning16Filled, 'warning'],
  'nothing-followed': [PauseCircle16Filled, 'quiet'],
  'no-account': [PauseCircle16Filled, 'quiet'],
}

/** The one colored thing of a state; its words always stand beside it. */
export function StatusIcon({ kind }: { readonly kind: Kind }) {
  const styles = useStyles()
  const [Icon, colour] = icons[kind]
  return (
    <span className={mergeClasses(styles.icon, styles[colour])} aria-hidden="true">
      <Icon />
    </span>
  )
}
