import { useEffect, useEffectEvent } from 'react'

// What takes Esc first, or keeps people where they are.
const open = '[aria-modal="true"], [role="menu"], [role="alertdialog"], [role="dialog"], select:open'

/** Esc and Alt+← lead back, unless something that is open on the page, or being typed, takes the key. */
export function useBackKey(back: () => void): void {
  const goBack = useEffectEvent(back)
  useEffect(() => {
    let isTaken = false
    // On its way down an open menu is still there to be seen; on its way up a field has had the key.
    const down = () => {
      isTaken = document.querySelector(open) !== null
    }
    const up = (event: KeyboardEvent) => {
      if (isTaken || event.defaultPrevented || !leadsBack(event)) return
      event.preventDefault()
      goBack()
    }
    document.addEventListener('keydown', down, true)
    document.addEventListener('keydown', up)
    return () => {
      document.removeEventListener('keydown', down, true)
      document.removeEventListener('keydown', up)
    }
  }, [])
}

function leadsBack({ key, target, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || shiftKey) return false
  const field = target instanceof HTMLInputElement ? target : null
  // There Esc takes back what was typed.
  if (key === 'Escape') return !altKey && !(field?.type === 'search' && field.value !== '')
  const toStart = document.documentElement.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  return altKey && key === toStart
}
