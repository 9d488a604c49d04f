import { Button, useRestoreFocusTarget } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons/svg/add'
import { Document16Regular } from '@fluentui/react-icons/svg/document'
import { Folder16Regular } from '@fluentui/react-icons/svg/folder'
import { lazy, Suspense, useState } from 'react'
import type { SubscriptionView } from '../../../preload/contract/state.ts'
import { drivedBy, type Item } from '../../follow/wish.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { useRun } from '../../ui/use-run.tsx'
import { putBack } from '../../rules/rules-draft.ts'
import { Section } from '../../rules/section.tsx'
import { Tags } from '../../rules/tags.tsx'
import { useWords } from '../../ui/words-context.ts'
import { Phrase } from '../../ui/phrase.tsx'

const ScopeDialog = lazy(async () => ({
  default: (await import('../../follow/scope-dialog.tsx')).ScopeDialog,
}))

/** How much of the drive is followed. It is no rule: it acts at once. */
export function Where({ drive }: { readonly drive: SubscriptionView }) {
  const words = useWords()
  const { bridge } = useDrivebell()
  const run = useRun()
  const restoreTarget = useRestoreFocusTarget()
  const [isOpen, setOpen] = useState(false)
  const items = drive.scope.kind === 'only' ? drive.scope.items : []
  const follow = (items: readonly Item[]) =>
    run(bridge.setScope({ subscriptionId: drive.id, scope: { kind: 'only', items: [...items] } }))
  const remove = async (index: number) => {
    const item = items[index]
    const done = item && (await follow(items.toSpliced(index, 1)))
    return done ? () => void follow(putBack(items.toSpliced(index, 1), index, item)) : null
  }
  if (drivedBy(drive.target) === null)
    return (
      <Section title={words.phrase('rules.where')} text={words.phrase('rules.where-list')}>
        {null}
      </Section>
    )
  return (
    <Section
      title={words.phrase('rules.where')}
      text={<Phrase pieces={words.pieces('rules.where-text', { name: drive.name })} />}
    >
      <Tags
        label={words.phrase('rules.where')}
        tags={
          items.length === 0
            ? [{ key: 'everything', name: words.phrase('rules.everything') }]
            : items.map(({ id, name, isFolder }) => ({
                key: id,
                name,
                icon: isFolder ? <Folder16Regular /> : <Document16Regular />,
              }))
        }
        // The last one stays: without it nothing would be followed.
        remove={items.length > 1 ? remove : null}
      >
        <Button
          {...restoreTarget}
          appearance="subtle"
          size="small"
          icon={<Add16Regular />}
          onClick={() => setOpen(true)}
        >
          {words.phrase('drive.action.choose-folders')}
        </Button>
      </Tags>
      {isOpen && (
        <Suspense>
          <ScopeDialog subscription={drive} close={() => setOpen(false)} />
        </Suspense>
      )}
    </Section>
  )
}
