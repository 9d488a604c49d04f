import { Fragment, type ReactNode } from 'react'
import type { Piece } from '../../preload/words/phrase.ts'

/** A sentence in which each name keeps its own direction; `renderLink` draws what the message says is one. */
export function Phrase(props: {
  readonly pieces: readonly Piece[]
  readonly renderLink?: (text: string) => ReactNode
}) {
  return props.pieces.map(({ text, tag }, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- a sentence is drawn whole
    <Fragment key={index}>{drawn(text, tag, props.renderLink)}</Fragment>
  ))
}

function drawn(text: string, tag: string | null, renderLink?: (text: string) => ReactNode): ReactNode {
  if (tag === 'b')
    return (
      <strong>
        <bdi>{text}</bdi>
      </strong>
    )
  if (tag === 'i') return <bdi>{text}</bdi>
  return tag === 'link' && renderLink ? renderLink(text) : text
}
