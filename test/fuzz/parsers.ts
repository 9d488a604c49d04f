import { accountsParsers } from './parsers/accounts.ts'
import { administratorsParsers } from './parsers/administrators.ts'
import { desktopParsers } from './parsers/desktop.ts'
import { graphParsers } from './parsers/graph.ts'
import type { Parser } from './parsers/parser.ts'
import { travelParsers } from './parsers/travel.ts'
import { webhooksParsers } from './parsers/webhooks.ts'

/** Every parser of outside data. */
export const parsers: readonly Parser[] = [
  ...graphParsers,
  ...accountsParsers,
  ...webhooksParsers,
  ...desktopParsers,
  ...administratorsParsers,
  ...travelParsers,
]
