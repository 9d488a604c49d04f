import { makeStyles, tokens } from '@fluentui/react-components'
import { narrow } from '../ui/use-media.ts'

/** What both groups of Subscriptions share. */
export const useRowStyles = makeStyles({
  rows: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    marginInline: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  warning: {
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '36px minmax(0, 11fr) minmax(0, 9fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    minHeight: '52px',
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusXLarge,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (forced-colors: active)': { ':focus-visible': { outline: '3px solid Highlight' } },
    [narrow]: {
      gridTemplateColumns: '36px minmax(0, 1fr) auto',
      gridTemplateAreas: '"tile drive more" ". state state"',
      rowGap: tokens.spacingVerticalXS,
    },
  },
  tile: { [narrow]: { gridArea: 'tile' } },
  drive: { minWidth: 0, [narrow]: { gridArea: 'drive' } },
  names: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [narrow]: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  },
  badge: { flexShrink: 0 },
  second: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [narrow]: { whiteSpace: 'normal' },
  },
  wrapping: { whiteSpace: 'normal' },
  state: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    [narrow]: { gridArea: 'state' },
  },
  icon: { paddingBlockStart: tokens.spacingVerticalXXS },
  bar: { gridColumn: '1 / -1', paddingBlockStart: tokens.spacingVerticalXS },
  actions: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalXXS,
    [narrow]: { gridArea: 'more' },
  },
})
