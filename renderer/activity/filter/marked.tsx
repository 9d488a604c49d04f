import { makeStyles, tokens } from '@fluentui/react-components'
import { createContext, useContext } from 'react'
import { piecesOf } from './hits.ts'

const Hits = createContext<readonly string[]>([])

/** Gives the rows the words looked for. */
export const HitsProvider = Hits.Provider

const useStyles = makeStyles({
  hit: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorPaletteMarigoldBackground2,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', color: 'HighlightText' },
  },
})

/** A text, or a part of it, with the words looked for marked in it. */
export function Marked(props: { readonly text: string; readonly from?: number; readonly to?: number }) {
  const styles = useStyles()
  const { text, from = 0, to = text.length } = props
  const hits = useContext(Hits)
  if (hits.length === 0) return text.slice(from, to)
  return piecesOf(text, hits, from, to).map(({ at, text: piece, hit }) =>
    hit ? (
      <mark key={at} className={styles.hit}>
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
}
