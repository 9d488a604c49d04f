import { DBusError, Message, Variant } from '@jellybrick/dbus-next'

/** A method: signatures of what it takes and gives, and what it does. */
export type Method = {
  takes: string
  gives: string
  run: (args: unknown[], sender: string) => unknown[] | Promise<unknown[]>
}

/** A read-only property; `read` is asked each time. */
export type Property = { type: string; read: () => unknown }

/** One interface at one object path. */
export type Service = {
  path: string
  interface: string
  methods: Record<string, Method>
  properties: Record<string, Property>
  signals: Record<string, string>
}

const failed = 'org.freedesktop.DBus.Error.Failed'
const standard = 'org.freedesktop.DBus'

/** The reply to a call, or null when the call is for somebody else. */
export function answer(service: Service, call: Message): Message | Promise<Message> | null {
  if (call.path !== service.path) return null
  if (call.interface === `${standard}.Introspectable`)
    return Message.newMethodReturn(call, 's', [introspection(service)])
  if (call.interface === `${standard}.Properties`) return property(service, call)
  if (call.interface !== undefined && call.interface !== service.interface) return null
  const method = service.methods[call.member]
  if (method === undefined) return null
  if (method.takes !== call.signature)
    return Message.newError(call, `${standard}.Error.InvalidArgs`, `${call.member} takes (${method.takes})`)
  return invoke(method, call)
}

async function invoke(method: Method, call: Message): Promise<Message> {
  try {
    return Message.newMethodReturn(call, method.gives, await method.run(call.body, call.sender))
  } catch (error) {
    if (error instanceof DBusError) return Message.newError(call, error.type, error.text)
    return Message.newError(call, failed, String(error))
  }
}

function property(service: Service, call: Message): Message | null {
  if (call.body[0] !== service.interface) return null
  if (call.member === 'GetAll') {
    const all = Object.entries(service.properties).map(([name, { type, read }]) => [
      name,
      new Variant(type, read()),
    ])
    return Message.newMethodReturn(call, 'a{sv}', [Object.fromEntries(all)])
  }
  const name = String(call.body[1])
  const found = service.properties[name]
  if (call.member !== 'Get')
    return Message.newError(call, `${standard}.Error.PropertyReadOnly`, `${name} is read-only`)
  if (found === undefined)
    return Message.newError(call, `${standard}.Error.UnknownProperty`, `no property ${name}`)
  return Message.newMethodReturn(call, 'v', [new Variant(found.type, found.read())])
}

function introspection({ interface: name, methods, properties, signals }: Service): string {
  const members = [
    ...Object.entries(methods).map(
      ([member, { takes, gives }]) =>
        `<method name="${member}">${args(takes, ' direction="in"')}${args(gives, ' direction="out"')}</method>`,
    ),
    ...Object.entries(properties).map(
      ([member, { type }]) => `<property name="${member}" type="${type}" access="read"/>`,
    ),
    ...Object.entries(signals).map(
      ([member, signature]) => `<signal name="${member}">${args(signature, '')}</signal>`,
    ),
  ]
  return `<node><interface name="${name}">${members.join('')}</interface></node>`
}

function args(signature: string, direction: string): string {
  return completeTypes(signature)
    .map((type) => `<arg type="${type}"${direction}/>`)
    .join('')
}

/** Cuts a signature into its complete types: "sa(iiay)u" → "s", "a(iiay)", "u". */
export function completeTypes(signature: string): string[] {
  const types: string[] = []
  let depth = 0
  let current = ''
  for (const code of signature) {
    current += code
    if (code === '(' || code === '{') depth += 1
    if (code === ')' || code === '}') depth -= 1
    if (depth > 0 || code === 'a') continue
    types.push(current)
    current = ''
  }
  return types
}
