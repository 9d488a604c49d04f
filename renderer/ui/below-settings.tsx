import type { ComponentProps } from 'react'
import { Crumbs } from './crumbs.tsx'
import { useDrivebell } from './drivebell-context.ts'
import { Page } from './page.tsx'
import { useBackKey } from './use-back-key.ts'
import { useWords } from './words-context.ts'

/** A page below Settings: its crumbs, Esc and Alt+← lead back there. */
export function BelowSettings({
  name,
  ...page
}: { readonly name: string } & Omit<ComponentProps<typeof Page>, 'title' | 'crumbs'>) {
  const words = useWords()
  const { showPage } = useDrivebell()
  const back = () => showPage('settings')
  useBackKey(back)
  return (
    <Page
      title={name}
      {...page}
      crumbs={<Crumbs parent={words.phrase('page.settings')} name={name} back={back} />}
    />
  )
}
