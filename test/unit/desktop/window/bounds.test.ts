import { expect, test } from 'vitest'
import type * as z from 'zod/v4/core'
import { inputs } from '../../../../preload/contract/commands.ts'

/** A schema from inside, as far as it is looked at. */
interface Inside {
  readonly def: {
    readonly type: string
    readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string } } }[]
    readonly element?: z.$ZodType
    readonly keyType?: z.$ZodType
    readonly valueType?: z.$ZodType
    readonly innerType?: z.$ZodType
    readonly catchall?: z.$ZodType
    readonly options?: readonly z.$ZodType[]
    readonly shape?: Readonly<Record<string, z.$ZodType>>
  }
}
const inside = (schema: z.$ZodType) => (schema as unknown as { readonly _zod: Inside })._zod.def
const plain = ['number', 'enum', 'literal', 'boolean', 'undefined', 'optional', 'nullable', 'union', 'record']

/** Where what the window says has no bound: a text, a list or the keys of a record of any length, or a member nobody named. */
function unbounded(schema: z.$ZodType, at: string): string[] {
  const def = inside(schema)
  const bounds = new Set((def.checks ?? []).map((check) => check._zod.def.check))
  const isBounded: Readonly<Record<string, boolean>> = {
    string: ['max_length', 'string_format', 'custom'].some((name) => bounds.has(name)),
    array: bounds.has('max_length'),
    object: def.catchall !== undefined && inside(def.catchall).type === 'never',
    ...Object.fromEntries(plain.map((type) => [type, true])),
  }
  const parts = [def.element, def.keyType, def.valueType, def.innerType, ...(def.options ?? [])]
  return [
    ...(isBounded[def.type] === true ? [] : [`${at}: ${def.type}`]),
    ...parts.flatMap((part) => (part ? unbounded(part, at) : [])),
    ...Object.entries(def.shape ?? {}).flatMap(([name, part]) => unbounded(part, `${at}.${name}`)),
  ]
}

test('everything the window may say is bounded and named', () => {
  expect(Object.entries(inputs).flatMap(([name, schema]) => unbounded(schema, name))).toEqual([])
})

test.each([
  ['openHelp', { page: 'https://evil.example' }],
  ['openHelp', { page: '__proto__' }],
  [
    'fillPlaceholder',
    { accountId: 'a', row: 'r', form: 'f', filled: {}, placeholder: 'constructor', text: '' },
  ],
  [
    'fillPlaceholder',
    { accountId: 'a', row: 'r', form: 'f', filled: { evil: [] }, placeholder: 'drive', text: '' },
  ],
  ['signIn', { method: 'browser', cloud: 'evil' }],
  ['askConsent', { accountId: 'a', scopes: Array.from({ length: 21 }, () => 'User.Read') }],
] as const)('%s is not asked with %j', (name, input) => {
  expect(inputs[name].safeParse(input).success).toBe(false)
})
