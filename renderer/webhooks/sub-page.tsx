import { useWords } from '../ui/words-context.ts'
import type { ComponentProps } from 'react'
import { Crumbs } from '../ui/crumbs.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Page } from '../ui/page.tsx'
import { useBackKey } from '../ui/use-back-key.ts'

/** A page below Webhooks: its crumbs, Esc and Alt+← lead back to the list. */
export function SubPage({
  name,
  ...page
}: { readonly name: string } & Omit<ComponentProps<typeof Page>, 'title' | 'crumbs'>) {
  const words = useWords()
  const { showWebhooks } = useDrivebell()
  const back = () => showWebhooks({ kind: 'list' })
  useBackKey(back)
  return (
    <Page
      title={<bdi title={name}>{name}</bdi>}
      {...page}
      crumbs={<Crumbs parent={words.phrase('page.webhooks')} name={name} back={back} />}
    />
  )
}
