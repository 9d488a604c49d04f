import type { AuthError } from '@azure/msal-node'

/** Families of Microsoft's error numbers that call for different words (graph.md 5.5). They change: help, not logic. */
const families = {
  'admin-consent': [90093, 90094, 90095, 90097, 90099],
  consent: [65001],
  declined: [65004],
  'password-changed': [50173, 50055],
  'not-allowed': [50053, 50057, 50105, 53000, 53001, 53002, 53003],
  'wrong-account': [50020, 50034, 500208, 90072],
  confirm: [50072, 50074, 50076, 50078, 50079, 50097, 50158],
  'ran-out': [50058, 70000, 70008, 700082, 70043],
  registration: [
    50194, 70011, 28002, 700016, 7000218, 90002, 90124, 90130, 9002332, 500113, 50011, 9002325, 9002326,
  ],
  // 50196: we ask too often; whoever asks again at once makes it worse
  transient: [90033, 90006, 50033, 90012, 90024, 50196],
} as const

export type AadstsFamily = keyof typeof families

/** Every AADSTS number an error carries, in its own field or in its text. */
export function aadstsNumbers(error: AuthError): readonly number[] {
  const inText = [...error.errorMessage.matchAll(/\bAADSTS(\d{4,8})\b/g)].map(([, digits]) => Number(digits))
  const inField = 'errorNo' in error ? Number(error.errorNo) : Number.NaN
  return [...new Set([...(inField > 0 ? [inField] : []), ...inText])]
}

/** The first family that one of the numbers belongs to. */
export function aadstsFamily(numbers: readonly number[]): AadstsFamily | null {
  const names = Object.keys(families).filter((name): name is AadstsFamily => name in families)
  return names.find((name) => families[name].some((number) => numbers.includes(number))) ?? null
}
