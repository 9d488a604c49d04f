import { Button } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import { followWords } from '../words/follow.ts'
import type { PanesProps } from './looks.ts'
import { SeenList } from './seen-list.tsx'
import { useFollowStyles } from './follow-styles.ts'
import { useLook } from './use-look.ts'

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
          {followWords.back}
        </Button>
      )}
      <h3 className={styles.title}>
        {followWords.inSite[0]}
        <bdi>{name}</bdi>
        {followWords.inSite[1]}
      </h3>
      <SeenList
        account={account}
        place="site"
        look={look}
        label={followWords.inSite[0] + name + followWords.inSite[1]}
        nothing={followWords.nothing.site}
        chosen={chosen?.key ?? null}
        choose={choose}
        isGrouped
        takesFocus={props.takesFocus}
      />
    </>
  )
}
