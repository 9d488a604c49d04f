import { Tile } from '../../ui/tile.tsx'
import type { SubscriptionView } from '../../../preload/contract/state.ts'
import { useRulesEditor } from '../../rules/use-rules-editor.tsx'
import { FoundIcon } from '../../ui/found-icon.tsx'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { Crumbs } from '../../ui/crumbs.tsx'
import { Page } from '../../ui/page.tsx'
import { useBackKey } from '../../ui/use-back-key.ts'
import { useWords } from '../../ui/words-context.ts'
import { DetailsActions, DriveStatus } from './header.tsx'
import { Where } from './where.tsx'

/** What is told from one drive, with proof: the rules, and what they would have made of the latest changes. */
export function SubscriptionDetails({ drive }: { readonly drive: SubscriptionView }) {
  const words = useWords()
  const { showSubscription } = useDrivebell()
  const back = () => showSubscription(null)
  useBackKey(back)
  const { leaveWith, foot, body } = useRulesEditor({
    id: drive.id,
    name: drive.name,
    rules: drive.rules,
    isOfFiles: true,
    before: <Where drive={drive} />,
  })
  return (
    <Page
      title={<bdi title={drive.name}>{drive.name}</bdi>}
      crumbs={<Crumbs parent={words.phrase('page.subscriptions')} name={drive.name} back={back} />}
      tile={
        <Tile look="brand">
          <FoundIcon icon={drive.icon} />
        </Tile>
      }
      caption={<DriveStatus drive={drive} />}
      actions={<DetailsActions drive={drive} leaveWith={leaveWith} />}
      foot={foot}
    >
      {body}
    </Page>
  )
}
