import { createContext, useContext } from 'react'
import type { Words } from '../../preload/words/words.ts'

const Context = createContext<Words | null>(null)

/** Gives the window's parts the words they speak in. */
export const WordsProvider = Context.Provider

/** The words of the language chosen now; whoever uses them is drawn again when it changes. */
export function useWords(): Words {
  const words = useContext(Context)
  if (!words) throw new Error('outside of WordsProvider')
  return words
}
