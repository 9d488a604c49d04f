import { Link } from '@fluentui/react-components'
import type { Found } from '../../preload/contract/discovery.ts'
import { followWords } from '../words/follow.ts'

/** What is chosen, in words. */
export function ChosenWords(props: {
  readonly chosen: Found | null
  readonly show: (subscriptionId: string) => void
}) {
  const { chosen, show } = props
  if (!chosen) return followWords.nothingChosen
  const { name, place, followed } = chosen
  if (followed !== null)
    return (
      <>
        {followWords.already[0]}
        <bdi>{name}</bdi>
        {followWords.already[1]}{' '}
        <Link inline onClick={() => show(followed)}>
          {followWords.showIt}
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
