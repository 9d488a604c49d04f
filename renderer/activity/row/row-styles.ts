import { makeStyles, tokens } from '@fluentui/react-components'
import { narrow } from '../../ui/use-media.ts'

/** How a row looks: what was told is dark, what was held back is gray. */
export const useRowStyles = makeStyles({
  row: {
    position: 'absolute',
    insetInlineStart: 0,
    insetInlineEnd: 0,
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusXLarge,
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      backgroundColor: tokens.colorNeutralBackground1Hover,
    },
    '@media (forced-colors: active)': { ':focus-visible': { outline: '3px solid Highlight' } },
  },
  held: { color: tokens.colorNeutralForeground3 },
  // Nobody may miss it; the words say the same.
  alarm: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground1 },
    ':focus-visible': { backgroundColor: tokens.colorStatusDangerBackground1 },
    '@media (forced-colors: active)': {
      borderInlineStartWidth: '4px',
      borderInlineStartStyle: 'solid',
      borderInlineStartColor: 'Mark',
    },
  },
  line: {
    position: 'relative',
    boxSizing: 'border-box',
    minHeight: '53px',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    paddingInlineStart: '22px',
    [narrow]: { alignItems: 'flex-start' },
  },
  dot: {
    position: 'absolute',
    insetInlineStart: '4px',
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  text: { flexGrow: 1, minWidth: 0, marginInlineStart: tokens.spacingHorizontalXXS },
  second: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  // What has no room in one line goes on in the next: half a name says nothing.
  parts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    whiteSpace: 'normal',
    paddingInlineEnd: '40px',
    [narrow]: { paddingInlineEnd: 0 },
  },
  part: { minWidth: 0, overflowWrap: 'anywhere' },
  between: { flexShrink: 0, whiteSpace: 'pre' },
  end: {
    position: 'relative',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-end',
    gap: '1px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  files: { paddingInlineEnd: tokens.spacingHorizontalS, paddingBlockEnd: tokens.spacingVerticalS },
})
