import { fail, ok, type Result } from '../kit/result.ts'

const example = '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2'
const pattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An Entra application id as people paste it, in its one written form; or a sentence that says what is wrong. */
export function parseClientId(text: string): Result<string, string> {
  const id = text.trim().toLowerCase()
  if (id === '') return fail(`Enter the application id. It has 36 characters, like ${example}.`)
  const length = Array.from(id).length
  if (length !== example.length) {
    const characters = length === 1 ? '1 character' : `${length} characters`
    return fail(`That is ${characters}; an id has ${example.length}, like ${example}.`)
  }
  if (!pattern.test(id)) {
    return fail(`An id has only digits, the letters a to f and four dashes, like ${example}.`)
  }
  return ok(id)
}
