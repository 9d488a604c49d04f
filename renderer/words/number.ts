/** The window speaks English; dates and numbers follow its British habits (interface.md 4). */
const locale = 'en-GB'

const plurals = new Intl.PluralRules(locale)
const integers = new Intl.NumberFormat(locale)

/** 41200 as "41,200". */
export const number = (value: number): string => integers.format(value)

/** A count with its noun, with a real form for one; `#` is the number. */
export function count(value: number, forms: { readonly one: string; readonly other: string }): string {
  const form = plurals.select(value) === 'one' ? forms.one : forms.other
  return form.replace('#', number(value))
}
