/* oxlint-disable typescript/no-unsafe-type-assertion, unicorn/consistent-function-scoping, unicorn/no-instanceof-builtins -- this source runs inside the page: nothing may move out of its function, and the texts are its own */
/** A value on its way as JSON: plain JSON values as they are, all else as a tagged list. */
type Wire = string | number | boolean | null | readonly Wire[]
/** Handles functions and promises, which a plain clone refuses. Undefined means: not mine. */
export type Special = { encode(value: object): Wire | undefined; decode(tag: string, id: number): unknown }
export type Clone = {
  encode(value: unknown, special?: Special): string
  decode(text: string, special?: Special): unknown
}

/**
 * The structured clone algorithm over text. Its source also runs inside the page, so it stands on its own:
 * nothing outside the function may be named here.
 */
export function makeClone(): Clone {
  const viewTypes = {
    Uint8Array, Int8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array,
    Float64Array, BigInt64Array, BigUint64Array, DataView,
  } // prettier-ignore
  const refuse = (what: string): never => {
    throw new DOMException(`An object could not be cloned: ${what}.`, 'DataCloneError')
  }
  const base64 = (bytes: Uint8Array): string => {
    let binary = ''
    for (let at = 0; at < bytes.length; at += 8192)
      binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
    return btoa(binary)
  }

  const encode = (root: unknown, special?: Special): string => {
    const seen = new Map<object, number>()
    const number = (value: number): Wire =>
      Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ['number', Object.is(value, -0) ? '-0' : String(value)]
    const pairs = (value: object): Wire[] =>
      Object.keys(value).map((key) => [key, walk((value as Record<string, unknown>)[key])])
    const walk = (value: unknown): Wire => {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
      if (typeof value === 'number') return number(value)
      if (value === undefined) return ['undefined']
      if (typeof value === 'bigint') return ['bigint', String(value)]
      if (typeof value === 'symbol') return refuse('a symbol')
      const known = seen.get(value)
      if (known !== undefined) return ['again', known]
      const own = special?.encode(value)
      if (own !== undefined) return own
      if (typeof value === 'function') return refuse('a function')
      seen.set(value, seen.size)
      return object(value)
    }
    const object = (value: object): Wire => {
      const kind = Object.prototype.toString.call(value).slice(8, -1)
      if (Array.isArray(value)) return ['list', value.length, ...pairs(value)]
      if (value instanceof Date) return ['date', number(value.getTime())]
      if (value instanceof RegExp) return ['regexp', value.source, value.flags]
      if (value instanceof Map)
        return ['map', ...[...value].map(([key, item]): Wire => [walk(key), walk(item)])]
      if (value instanceof Set) return ['set', ...[...value].map(walk)]
      if (value instanceof Error) return ['error', value.name, value.message, walk(value.stack)]
      if (value instanceof ArrayBuffer) return ['bytes', 'ArrayBuffer', base64(new Uint8Array(value))]
      if (ArrayBuffer.isView(value))
        return ['bytes', kind, base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))]
      if (value instanceof Boolean || value instanceof Number || value instanceof String)
        return ['boxed', walk(value.valueOf())]
      // Whatever else the engine keeps inside (a DOM node, a promise, a weak map) has its own tag.
      return kind === 'Object' ? ['object', ...pairs(value)] : refuse(`a ${kind}`)
    }
    return JSON.stringify(walk(root))
  }

  const decode = (text: string, special?: Special): unknown => {
    const seen: unknown[] = []
    const remember = <T>(value: T): T => {
      seen.push(value)
      return value
    }
    const bytes = (type: string, data: string): unknown => {
      const { buffer } = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
      return type === 'ArrayBuffer'
        ? buffer
        : new (viewTypes[type as keyof typeof viewTypes] as Uint8ArrayConstructor)(buffer)
    }
    const failure = (name: string, message: string, stack: Wire): Error => {
      const types = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }
      const error = new (types[name as keyof typeof types] ?? Error)(message)
      return Object.defineProperty(error, 'stack', { value: walk(stack), writable: true, configurable: true })
    }
    const fill = <T extends object>(value: T, items: readonly Wire[]): T => {
      for (const [key, item] of items as [string, Wire][])
        Object.defineProperty(value, key, {
          value: walk(item),
          writable: true,
          enumerable: true,
          configurable: true,
        })
      return value
    }
    const walk = (wire: Wire): unknown => {
      if (!Array.isArray(wire)) return wire
      const [tag, first, second, third] = wire as [string, Wire, Wire, Wire]
      const rest = wire.slice(1) as Wire[]
      if (tag === 'undefined') return undefined
      if (tag === 'number') return Number(first)
      if (tag === 'bigint') return BigInt(first as string)
      if (tag === 'again') return seen[first as number]
      if (tag === 'list') return list(first as number, rest.slice(1))
      if (tag === 'map') return map(rest as [Wire, Wire][])
      if (tag === 'set') return set(rest)
      if (tag === 'date') return remember(new Date(walk(first) as number))
      if (tag === 'regexp') return remember(new RegExp(first as string, second as string))
      if (tag === 'error') return remember(failure(first as string, second as string, third))
      if (tag === 'bytes') return remember(bytes(first as string, second as string))
      if (tag === 'boxed') return remember(Object(walk(first)))
      if (tag === 'object') return fill(remember({}), rest)
      return special?.decode(tag, first as number)
    }
    const list = (length: number, items: readonly Wire[]): unknown[] => {
      const value = fill(remember<unknown[]>([]), items)
      value.length = length
      return value
    }
    const map = (items: readonly [Wire, Wire][]): Map<unknown, unknown> => {
      const value = remember(new Map<unknown, unknown>())
      for (const [key, item] of items) value.set(walk(key), walk(item))
      return value
    }
    const set = (items: readonly Wire[]): Set<unknown> => {
      const value = remember(new Set<unknown>())
      for (const item of items) value.add(walk(item))
      return value
    }
    return walk(JSON.parse(text) as Wire)
  }
  return { encode, decode }
}
