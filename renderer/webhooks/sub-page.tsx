import { type ComponentProps, useCallback, useEffect } from 'react'
import { Crumbs } from '../ui/crumbs.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Page } from '../ui/page.tsx'
import { words } from '../words/english.ts'

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

/** Esc goes back, unless something that is open on the page takes it first. */
function useBackKey(back: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      if (document.querySelector('[aria-modal="true"], [role="menu"], [role="alertdialog"]')) return
      const { target } = event
      // There Esc takes back what was typed.
      if (target instanceof HTMLInputElement && target.type === 'search' && target.value !== '') return
      back()
    }
    // While it goes down: an open menu is still there to be seen.
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [back])
}
