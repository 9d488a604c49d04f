import { makeStyles, tokens } from '@fluentui/react-components'
import { narrow } from '../ui/use-media.ts'

/** What the halves of Welcome share: large title, lead, rows of buttons, cards. */
export const useWelcomeStyles = makeStyles({
  title: {
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalL,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    maxWidth: '400px',
    [narrow]: { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
  },
  lead: {
    margin: 0,
    marginBlockEnd: tokens.spacingVerticalXL,
    fontSize: tokens.fontSizeBase400,
    lineHeight: '24px',
    color: tokens.colorNeutralForeground2,
    maxWidth: '400px',
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginBlock: tokens.spacingVerticalM,
  },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginBlockEnd: tokens.spacingVerticalL,
  },
  card: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '340px',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
})
