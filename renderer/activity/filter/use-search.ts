import { type RefObject, useEffect, useRef, useState } from 'react'

const typingMs = 200

/** What is typed, and what is looked for a moment after the last key. */
export interface Search {
  readonly typed: string
  readonly text: string
  readonly type: (typed: string, when?: 'at once') => void
  readonly field: RefObject<HTMLInputElement | null>
}

/** The search field's text; Ctrl or ⌘ with F goes there. */
export function useSearch(): Search {
  const [typed, setTyped] = useState('')
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    const find = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      if (!field.current || document.querySelector('[aria-modal="true"]')) return
      event.preventDefault()
      field.current.focus()
      field.current.select()
    }
    window.addEventListener('keydown', find)
    return () => window.removeEventListener('keydown', find)
  }, [])
  const type = (next: string, when?: 'at once') => {
    setTyped(next)
    clearTimeout(timer.current)
    if (when) setText(next)
    else timer.current = setTimeout(() => setText(next), typingMs)
  }
  return { typed, text, type, field }
}
