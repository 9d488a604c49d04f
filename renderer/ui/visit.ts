import { createContext, useContext } from 'react'

const Context = createContext(0)

/** Tells pages how often one was asked for by name, from the tray or the status card. */
export const VisitProvider = Context.Provider

/** Changes when the page was asked for and should take the focus; 0 before that, and once a tab was chosen. */
export const useVisit = (): number => useContext(Context)
