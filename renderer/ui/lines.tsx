import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  lines: {
    boxSizing: 'border-box',
    width: '100%',
    height: '280px',
    padding: tokens.spacingHorizontalM,
    resize: 'vertical',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
})

/** Lines for those who develop, in English: to be read, scrolled and selected. */
export function Lines({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <textarea
      readOnly
      className={useStyles().lines}
      aria-label={name}
      value={text}
      lang="en"
      dir="ltr"
      spellCheck={false}
    />
  )
}
