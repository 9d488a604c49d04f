import { makeStyles, tokens } from '@fluentui/react-components'
import { narrow } from '../../ui/use-media.ts'

/** Words of a row that can be pressed: a button that looks like the text around it. */
export const useWordButton = makeStyles({
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '24px',
    marginBlock: '-3px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    [narrow]: { minWidth: '24px', justifyContent: 'flex-end' },
  },
  words: { [narrow]: { display: 'none' } },
})
