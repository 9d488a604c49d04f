import { type ComponentProps, useCallback } from 'react'
import { Crumbs } from '../ui/crumbs.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Page } from '../ui/page.tsx'
import { words } from '../words/english.ts'
import { useBackKey } from './use-back-key.ts'

/** A page below Webhooks: its crumbs and Esc lead back to the list. */
export function SubPage({
  name,
  ...page
}: { readonly name: string } & Omit<ComponentProps<typeof Page>, 'title' | 'crumbs'>) {
  const { showWebhooks } = useDrivebell()
  const back = useCallback(() => showWebhooks({ kind: 'list' }), [showWebhooks])
  useBackKey(back)
  return (
    <Page
      title={<bdi title={name}>{name}</bdi>}
      {...page}
      crumbs={<Crumbs parent={words.pages.webhooks} name={name} back={back} />}
    />
  )
}
