import { makeStyles, tokens } from '@fluentui/react-components'
import glyph from '../../build/drawings/glyph.svg'

const useStyles = makeStyles({
  mark: {
    display: 'inline-block',
    flexShrink: 0,
    backgroundColor: tokens.colorBrandForeground2,
    maskImage: `url("${glyph}")`,
    maskSize: 'contain',
    maskRepeat: 'no-repeat',
    maskPosition: 'center',
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
})

/** The bell in one color, for use inside the window. */
export function Mark({ size }: { readonly size: number }) {
  return <span className={useStyles().mark} style={{ width: size, height: size }} aria-hidden="true" />
}
