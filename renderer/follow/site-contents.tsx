import { Button } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import type { PanesProps } from './looks.ts'
import { SeenList } from './seen-list.tsx'
import { useFollowStyles } from './follow-styles.ts'
import { useLook } from './use-look.ts'
import { Phrase } from '../ui/phrase.tsx'
import { useWords } from '../ui/words-context.ts'

/** A site's libraries and lists. */
export function SiteContents(
  props: PanesProps & {
    readonly siteId: string
    readonly name: string
    readonly takesFocus: boolean
    /** Back to the sites, where they are not beside it. */
    readonly back: (() => void) | null
  },
) {
  const words = useWords()
  const { account, siteId, name, chosen, choose, back } = props
  const styles = useFollowStyles()
  const look = useLook(account, { kind: 'site', siteId })
  return (
    <>
      {back && (
        <Button
          className={styles.start}
          appearance="subtle"
          icon={
            <span className={styles.mirrored}>
              <ArrowLeft20Regular />
            </span>
          }
          onClick={back}
        >
          {words.phrase('button.back')}
        </Button>
      )}
      <h3 className={styles.title}>
        <Phrase pieces={words.pieces('follow.in-site', { name })} />
      </h3>
      <SeenList
        account={account}
        place="site"
        look={look}
        label={words.phrase('follow.in-site', { name })}
        nothing={words.phrase('follow.nothing.site')}
        chosen={chosen}
        choose={choose}
        isGrouped
        takesFocus={props.takesFocus}
      />
    </>
  )
}
