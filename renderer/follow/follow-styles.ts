import { makeStyles, tokens } from '@fluentui/react-components'
import { narrow } from '../ui/use-media.ts'

/** What the parts of the picker share. */
export const useFollowStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column' },
  group: {
    paddingBlock: `${tokens.spacingVerticalM} ${tokens.spacingVerticalXS}`,
    paddingInline: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  option: {
    display: 'grid',
    gridTemplateColumns: '36px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    minHeight: '52px',
    padding: tokens.spacingVerticalS,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusXLarge,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (forced-colors: active)': {
      // A transparent line would be drawn there.
      border: '1px solid Canvas',
      ':focus-visible': { outline: '3px solid Highlight' },
    },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    borderTopColor: tokens.colorCompoundBrandStroke,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    borderInlineStartColor: tokens.colorCompoundBrandStroke,
    borderInlineEndColor: tokens.colorCompoundBrandStroke,
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  closed: { cursor: 'default', ':hover': { backgroundColor: 'transparent' } },
  name: {
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  second: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  badge: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  mirrored: { display: 'inline-flex', ':dir(rtl)': { transform: 'scaleX(-1)' } },
  title: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  sentence: { margin: 0, padding: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
  panes: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 260fr) minmax(0, 390fr)',
    flexGrow: 1,
    minHeight: 0,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  single: { gridTemplateColumns: 'minmax(0, 1fr)' },
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    overflowX: 'hidden',
    overflowY: 'auto',
    paddingBlock: tokens.spacingVerticalM,
    paddingInline: tokens.spacingHorizontalXXL,
    [narrow]: { paddingInline: tokens.spacingHorizontalL },
  },
  start: { alignSelf: 'flex-start', flexShrink: 0 },
})
