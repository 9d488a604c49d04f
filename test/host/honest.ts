/** What the stand-in says instead of pretending. */
export function lacking(name: string): Error {
  return new Error(`not in the stand-in: ${name}`)
}

/** Names that engines and tools look up on any object to see what it is. */
const probes = new Set(['then', 'toJSON', 'constructor', 'prototype', 'inspect', 'nodeType', 'default'])

function throwing(end: object, name: string): object {
  return new Proxy(end, {
    get(target, property, receiver): unknown {
      if (property in target || typeof property === 'symbol' || probes.has(property))
        return Reflect.get(target, property, receiver)
      throw lacking(`${name}.${property}`)
    },
  })
}

/** Makes a class throw for every member it does not have, instead of answering `undefined`. */
export function throwOnUnknown(type: { readonly prototype: object }, name: string): void {
  for (const [object, label] of [
    [type.prototype, name],
    [type, name],
  ] as const) {
    const end: unknown = Object.getPrototypeOf(object)
    if (end !== null && (typeof end === 'object' || typeof end === 'function'))
      Object.setPrototypeOf(object, throwing(end, label))
  }
}

/** An object of plain members that throws for every other one. */
export function honest<T extends object>(name: string, members: T): T {
  Object.setPrototypeOf(members, throwing(Object.prototype, name))
  return members
}

/** A part of Electron that the stand-in leaves out: it can be imported, any use of it throws. */
export function leftOut(name: string): object {
  const refuse = (): never => {
    throw lacking(name)
  }
  return new Proxy(refuse, { apply: refuse, construct: refuse, get: (_, property) => lacked(name, property) })
}

function lacked(name: string, property: string | symbol): undefined {
  if (typeof property === 'symbol' || probes.has(property)) return undefined
  throw lacking(`${name}.${property}`)
}
