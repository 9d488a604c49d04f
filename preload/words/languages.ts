import { isOneLanguage, parsedLocale } from './locale.ts'

/** Every language as it calls itself, in that order. The last is made up, for development alone (pseudo.ts). */
export const languageNames = {
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  'pt-BR': 'Português (Brasil)',
  ar: 'العربية',
  ja: '日本語',
  'zh-Hans': '简体中文',
  ko: '한국어',
  pseudo: '[!! Pseudo !!]',
} as const

/** One of them. */
export type LanguageName = keyof typeof languageNames

/** All of them, the made-up one last. */
export const allLanguages = Object.keys(languageNames) as readonly LanguageName[]

/** The one of these that somebody reads whose system prefers this, like pt-BR for pt_PT.UTF-8; none for another script. */
export function languageLike(tag: string, among: readonly LanguageName[]): LanguageName | undefined {
  const wanted = parsedLocale(tag)
  if (wanted === null) return undefined
  return among.find((name) => name !== 'pseudo' && isOneLanguage(new Intl.Locale(name), wanted))
}
