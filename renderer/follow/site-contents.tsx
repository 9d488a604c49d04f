import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import { followWords } from '../words/follow.ts'
import type { PanesProps } from './panes.tsx'
import { SeenList } from './seen-list.tsx'
import { useFollowStyles } from './styles.ts'
import { useLook } from './use-look.ts'

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

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
  const { account, looks, siteId, name, chosen, choose, back } = props
  const own = useStyles()
  const styles = useFollowStyles()
  const look = useLook(looks, account, { kind: 'site', siteId })
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
      <h3 className={own.title}>
        {followWords.inSite[0]}
        <bdi>{name}</bdi>
        {followWords.inSite[1]}
      </h3>
      <SeenList
        account={account}
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
