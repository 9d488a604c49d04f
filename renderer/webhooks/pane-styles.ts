import { makeStyles, tokens } from '@fluentui/react-components'
import { narrow } from '../ui/use-media.ts'

/** Two panes that scroll by themselves, a list before what is chosen in it; one at a time where it is narrow. */
export const usePaneStyles = makeStyles({
  panes: {
    display: 'flex',
    boxSizing: 'border-box',
    height: '100%',
    minHeight: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  first: {
    flexShrink: 0,
    boxSizing: 'border-box',
    overflowY: 'auto',
    overflowX: 'hidden',
    borderInlineEndWidth: '1px',
    borderInlineEndStyle: 'solid',
    borderInlineEndColor: tokens.colorNeutralStroke2,
    paddingBlockStart: tokens.spacingVerticalM,
    [narrow]: { width: '100%', borderInlineEndStyle: 'none' },
  },
  second: {
    flexGrow: 1,
    minWidth: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
    [narrow]: { paddingInline: tokens.spacingHorizontalL },
  },
  alone: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}` },
})
