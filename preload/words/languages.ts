/** The languages there are messages for, as each calls itself. The last is made up, for development alone (pseudo.ts). */
export const languageNames = { en: 'English', pseudo: '[!! Pseudo !!]' } as const

/** One of them. */
export type LanguageName = keyof typeof languageNames

/** All of them, the made-up one last. */
export const allLanguages = Object.keys(languageNames) as readonly LanguageName[]
