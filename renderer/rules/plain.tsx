import { Fragment } from 'react'
import type { Part } from '../../preload/words/phrase.ts'

/** A sentence in one weight; names keep their own direction. */
export function Plain({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map(({ text, strong }, index) => {
    const key = `${index} ${text}`
    return strong ? <bdi key={key}>{text}</bdi> : <Fragment key={key}>{text}</Fragment>
  })
}
