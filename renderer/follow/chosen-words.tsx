import { Link } from '@fluentui/react-components'
import type { Found } from '../../preload/contract/discovery.ts'
import { isolated } from '../../preload/words/names.ts'
import { Phrase } from '../ui/phrase.tsx'
import { useWords } from '../ui/words-context.ts'

/** What is chosen, in words. */
export function ChosenWords(props: {
  readonly chosen: readonly Found[]
  /** What was pressed last, if it is followed already. */
  readonly known: Found | null
  readonly show: (subscriptionId: string) => void
}) {
  const words = useWords()
  const { chosen, known, show } = props
  const followed = known?.followed ?? null
  if (known && followed !== null)
    return (
      <>
        <Phrase pieces={words.pieces('follow.already', { name: known.name })} />{' '}
        <Link inline onClick={() => show(followed)}>
          {words.phrase('follow.show-it')}
        </Link>
      </>
    )
  const [only, another] = chosen
  if (!only) return words.phrase('follow.nothing-chosen')
  if (another)
    return (
      <Phrase
        pieces={words.pieces('follow.several', {
          n: chosen.length,
          names: words.list(
            chosen.map((each) => isolated(each.name, words)),
            'commas',
          ),
        })}
      />
    )
  const { name, place } = only
  return words.list(
    [name, place].flatMap((each) => (each === '' ? [] : [isolated(each, words)])),
    'commas',
  )
}
