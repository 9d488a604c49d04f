import { Link } from '@fluentui/react-components'
import type { Found } from '../../preload/contract/discovery.ts'
import { Phrase } from '../ui/phrase.tsx'
import { useWords } from '../ui/words-context.ts'

/** What is chosen, in words. */
export function ChosenWords(props: {
  readonly chosen: Found | null
  readonly show: (subscriptionId: string) => void
}) {
  const words = useWords()
  const { chosen, show } = props
  if (!chosen) return words.phrase('follow.nothing-chosen')
  const { name, place, followed } = chosen
  if (followed !== null)
    return (
      <>
        <Phrase pieces={words.pieces('follow.already', { name })} />{' '}
        <Link inline onClick={() => show(followed)}>
          {words.phrase('follow.show-it')}
        </Link>
      </>
    )
  return (
    <>
      <bdi>{name}</bdi>
      {place !== '' && (
        <>
          , <bdi>{place}</bdi>
        </>
      )}
    </>
  )
}
