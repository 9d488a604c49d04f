import * as fc from 'fast-check'

type Path = readonly (string | number)[]

/** What a server may write where something else was expected. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(
      null,
      '',
      0,
      -1,
      1.5,
      1e20,
      -0,
      true,
      false,
      [],
      {},
      [[]],
      [null],
      '0001-01-01T00:00:00Z',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\u0000',
      '\ud800',
      '\u202e\u2066',
      '%',
      '%E0%A4',
      '../..',
      'a'.repeat(70_000),
      '<script>',
      'toString',
      '__proto__',
      '\'"`;=+-@',
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constant(deep(2_000)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      { __proto__: null, toString: 1 },
      JSON.parse('{"__proto__":{"id":"x"},"constructor":1}'),
    ),
  },
)

function deep(levels: number): unknown {
  let value: unknown = 'bottom'
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { error: { innerError: value } }
  return value
}

/** A document as it is expected, with up to four places of it replaced, left out or written twice. */
export function oddDocument(...samples: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc.constantFrom(...samples).chain((sample) => {
    const places = pathsIn(sample)
    const edit = fc.record({
      path: fc.constantFrom<Path>(...places),
      how: fc.constantFrom('replace', 'replace', 'replace', 'drop', 'double'),
      value: oddValue,
    })
    return fc.array(edit, { maxLength: 4 }).map((edits) => {
      let document: unknown = structuredClone(sample)
      for (const { path, how, value } of edits) document = edited(document, path, how, value)
      return document
    })
  })
}

/** The same as text: whole, cut off, or with something in front. */
export function oddJson(...samples: readonly unknown[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: oddDocument(...samples).map((document) => JSON.stringify(document) ?? '') },
    { weight: 2, arbitrary: oddText(...samples.map((sample) => JSON.stringify(sample))) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        'null',
        '<html>no</html>',
        '{"a":1}{"b":2}',
        '\ufeff{}',
        '['.repeat(5_000),
      ),
    },
  )
}

/** A text as it is expected, with parts left out, doubled or replaced. */
export function oddText(...samples: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({
    at: fc.nat({ max: 400 }),
    length: fc.nat({ max: 12 }),
    by: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '',
        '/',
        '\\',
        '%2f',
        '..',
        '@',
        ':',
        '?',
        '#',
        '&',
        '\n',
        ' ',
        '\u0000',
        'é',
        '\ud800',
        ',',
      ),
    ),
  })
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(edit, { maxLength: 4 }))
    .map(([sample, edits]) =>
      edits.reduce(
        (text, { at, length, by }) =>
          text.slice(0, at % (text.length + 1)) + by + text.slice((at % (text.length + 1)) + length),
        sample,
      ),
    )
}

/** Bytes as they are expected, with some changed. */
export function oddBytes(...samples: readonly (string | Uint8Array)[]): fc.Arbitrary<Buffer> {
  const edit = fc.record({ at: fc.nat({ max: 4_000 }), byte: fc.integer({ min: 0, max: 255 }) })
  return fc.tuple(fc.constantFrom(...samples), fc.array(edit, { maxLength: 6 })).map(([sample, edits]) => {
    const bytes = Buffer.from(sample as Uint8Array)
    for (const { at, byte } of edits) if (bytes.length > 0) bytes[at % bytes.length] = byte
    return bytes
  })
}

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))]
}

function edited(value: unknown, [key, ...rest]: Path, how: string, by: unknown): unknown {
  if (key === undefined) return how === 'replace' ? by : how === 'double' ? [value, value] : undefined
  if (typeof value !== 'object' || value === null) return value
  const inner: unknown = Reflect.get(value, key)
  const next = edited(inner, rest, how, by)
  if (Array.isArray(value)) {
    const list = [...(value as unknown[])]
    list.splice(Number(key), 1, ...(rest.length > 0 || next !== undefined ? [next] : []))
    return list
  }
  const copy: Record<string, unknown> = { ...value }
  if (next === undefined) delete copy[key]
  else copy[key] = next
  return copy
}
