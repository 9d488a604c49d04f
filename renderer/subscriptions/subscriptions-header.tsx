import {
  Button,
  Menu,
  MenuButton,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  useAnnounce,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { PauseRegular } from '@fluentui/react-icons/svg/pause'
import { PlayRegular } from '@fluentui/react-icons/svg/play'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { PauseItems } from '../ui/pause-items.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { narrow } from '../ui/use-media.ts'
import { useRun } from '../ui/use-run.tsx'
import { useWords } from '../ui/words-context.ts'
import { everythingPaused } from '../words/overview.ts'
import { manyDrives, named } from './drive-list.ts'

const useStyles = makeStyles({
  // One width with and without its clear button: what stands beside it must not move away under a click.
  find: { width: '180px', [narrow]: { width: '100%', maxWidth: 'none' } },
})

/** Find, Pause all or Resume all, and the page's primary. */
export function SubscriptionsHeader(props: {
  readonly typed: string
  readonly type: (typed: string) => void
  readonly follow: () => void
}) {
  const styles = useStyles()
  const { bridge, state } = useDrivebell()
  const { subscriptions } = state
  const { announce } = useAnnounce()
  const words = useWords()
  const run = useRun()
  const find = (typed: string) => {
    props.type(typed)
    const found = named(subscriptions, typed).length
    announce(
      found > 0
        ? words.phrase('subscriptions.found', { n: found })
        : words.phrase('subscriptions.found-none'),
      { batchId: 'find' },
    )
  }
  return (
    <>
      {subscriptions.length > manyDrives && (
        <SearchField
          className={styles.find}
          label={words.phrase('subscriptions.find')}
          value={props.typed}
          type={find}
        />
      )}
      {everythingPaused(state) ? (
        <Button
          appearance="subtle"
          icon={<PlayRegular />}
          onClick={() => void run(bridge.resume({ what: 'everything' }))}
        >
          {words.phrase('subscriptions.resume-all')}
        </Button>
      ) : (
        <Menu positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <MenuButton appearance="subtle" icon={<PauseRegular />}>
              {words.phrase('subscriptions.pause-all')}
            </MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <PauseItems what="everything" lead="pause" />
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      <FollowButton follow={props.follow} />
    </>
  )
}

/** The one primary of the page; the focus comes back to it. */
export function FollowButton({ follow }: { readonly follow: () => void }) {
  const words = useWords()
  const restoreTarget = useRestoreFocusTarget()
  return (
    <Button {...restoreTarget} appearance="primary" icon={<AddRegular />} onClick={follow}>
      {words.phrase('subscriptions.follow')}
    </Button>
  )
}
