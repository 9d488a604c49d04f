/** In which language a person reads, and whose habits numbers, dates and times follow. */
export interface Locale {
  /** The language of the messages: one that has a file in locales/. */
  readonly language: string
  /** For `Intl`: that language as it is written where the person lives, like en-GB. */
  readonly formats: string
  /** Clocks show 16:20 or 4:20 PM, as the person's system does. */
  readonly hourCycle: Intl.LocaleHourCycleKey
  /** Which way the language is read. */
  readonly direction: 'ltr' | 'rtl'
}

/** The locale of messages in `language`, for a person whose system prefers these languages, most wanted first. */
export function localeOf(language: string, preferred: readonly string[]): Locale {
  const wanted = preferred.map(parsedLocale).filter((each) => each !== null)
  const first = wanted[0] ?? new Intl.Locale('en-US')
  const own = wanted.find((each) => isOneLanguage(each, new Intl.Locale(language)))
  return {
    language,
    formats: (own ?? regional(language, first.maximize().region)).baseName,
    hourCycle: hourCycleOf(first),
    direction: directionOf(language),
  }
}

/** Whoever reads the one reads the other: Brazil's Portuguese and Portugal's, but not the two scripts of Chinese. */
export function isOneLanguage(a: Intl.Locale, b: Intl.Locale): boolean {
  const [one, other] = [a.maximize(), b.maximize()]
  return one.language === other.language && one.script === other.script
}

/** By the script: `Intl` knows it too, but not in every engine under one name. */
function directionOf(language: string): Locale['direction'] {
  return /^(Arab|Hebr)$/u.test(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
}

/** English is written in the American or in the world's way: where nothing is known of a region, in the world's. */
function regional(language: string, region: string | undefined): Intl.Locale {
  const wanted = new Intl.Locale(language, region === undefined ? {} : { region })
  const isKnown = new Intl.DateTimeFormat(wanted).resolvedOptions().locale === wanted.baseName
  if (isKnown) return wanted
  return new Intl.Locale(language === 'en' ? 'en-001' : language)
}

const hourCycleOf = (locale: Intl.Locale): Intl.LocaleHourCycleKey =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hourCycle ?? 'h23'

/** A system may write "en_GB.UTF-8", or name what is no language, like "C": null. */
export function parsedLocale(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag.replace(/[.@].*$/u, '').replaceAll('_', '-'))
  } catch {
    return null
  }
}
