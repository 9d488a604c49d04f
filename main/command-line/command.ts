import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import type { Message } from '../../preload/words/phrase.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { dayMs, hourMs, minuteMs } from '../kit/time.ts'
import type { Asked } from './conversation.ts'

/** What a command line asks for. */
export type Command =
  { readonly kind: 'help' } | { readonly kind: 'ask'; readonly asked: Asked; readonly json: boolean }

const names = ['watch', 'changes', 'status', 'open', 'pause', 'resume', 'follow', 'help'] as const
type Name = (typeof names)[number]

const isName = (text: string): text is Name => names.some((name) => name === text)

/**
 * The command in a program's arguments; null: there is none, and the app is to start. What stands before it are switches
 * of Chromium's and ours.
 */
export function commandIn(args: readonly string[], now: number): Result<Command, Message> | null {
  const at = args.findIndex((arg) => !arg.startsWith('-') || arg === '--help')
  const [first = '', ...rest] = at === -1 ? [] : args.slice(at)
  if (first === '--help') return ok({ kind: 'help' })
  return isName(first) ? parsed(first, rest, now) : null
}

const options: Readonly<Record<Name, ParseArgsOptionsConfig>> = {
  watch: {},
  changes: { since: { type: 'string' }, where: { type: 'string' } },
  status: {},
  open: {},
  pause: { for: { type: 'string' } },
  resume: {},
  follow: { account: { type: 'string' } },
  help: {},
}

function parsed(name: Name, args: readonly string[], now: number): Result<Command, Message> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, ...options[name] },
      allowPositionals: true,
    })
    if (values['help'] === true || name === 'help') return ok({ kind: 'help' })
    const given: Readonly<Record<string, unknown>> = values
    const value = (of: string) => {
      const found = given[of]
      return typeof found === 'string' ? found : null
    }
    const [word = null, ...more] = positionals
    if (more.length > 0 || (name === 'follow') !== (word !== null))
      return fail(name === 'follow' ? { key: 'cli.wrong.link' } : unknown(word ?? ''))
    const asked = askedFor(name, value, word, now)
    return asked.ok ? ok({ kind: 'ask', asked: asked.value, json: values['json'] === true }) : asked
  } catch (error) {
    const [, option = ''] = /'(-[^']*?)(?: <value>)?'/.exec(error instanceof Error ? error.message : '') ?? []
    return fail(unknown(option))
  }
}

const unknown = (word: string): Message => ({ key: 'cli.wrong.word', values: { word } })

function askedFor(
  name: Exclude<Name, 'help'>,
  value: (of: string) => string | null,
  link: string | null,
  now: number,
): Result<Asked, Message> {
  switch (name) {
    case 'changes': {
      const since = value('since')
      const spanMs = since === null ? null : spanIn(since)
      if (since !== null && spanMs === null) return fail({ key: 'cli.wrong.span', values: { word: since } })
      return ok({ kind: 'changes', from: spanMs === null ? null : now - spanMs, where: value('where') ?? '' })
    }
    case 'pause': {
      const until = value('for')
      if (until === null) return ok({ kind: 'pause', until: null })
      if (until === '1h') return ok({ kind: 'pause', until: 'an-hour' })
      return until === 'tomorrow'
        ? ok({ kind: 'pause', until })
        : fail({ key: 'cli.wrong.pause', values: { word: until } })
    }
    case 'follow':
      return ok({ kind: 'follow', link: link ?? '', account: value('account') })
    case 'watch':
    case 'status':
    case 'open':
    case 'resume':
      return ok({ kind: name })
  }
}

const units: Readonly<Record<string, number>> = { m: minuteMs, h: hourMs, d: dayMs, w: 7 * dayMs }

/** Like `90m`, `2h`, `3d`, `1w`. */
function spanIn(text: string): number | null {
  const [, count, unit = ''] = /^(\d{1,5})([mhdw])$/.exec(text) ?? []
  return count === undefined ? null : Number(count) * (units[unit] ?? 0)
}
