import { useEffect } from 'react'

/** Esc goes back, unless something that is open on the page takes it first. */
export function useBackKey(back: () => void): void {
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
