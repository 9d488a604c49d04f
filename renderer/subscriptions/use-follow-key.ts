import { useEffect } from 'react'

/** Ctrl/⌘+N follows, from anywhere on the page; not from inside a dialog. */
export function useFollowKey(follow: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const plain = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!plain || event.key.toLowerCase() !== 'n' || document.querySelector('[aria-modal="true"]')) return
      event.preventDefault()
      follow()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [follow])
}
