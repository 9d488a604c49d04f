import { withoutEnd } from './text.ts'

/**
 * JSON as people and scripts leave it: with marks of an editor around it, comments, a comma before a closing bracket. Undefined
 * where there is no reading it.
 */
export function lenientJson(text: string): unknown {
  const bare = withoutEnd(text, '\0').replace(/^\ufeff+/, '')
  return json(bare) ?? json(withoutExtras(bare))
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Texts come first in each pattern, and need no end: what is in them stays, and no place is looked at twice. */
function withoutExtras(text: string): string {
  return text
    .replace(/("(?:[^"\\]|\\.)*"?)|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/gs, (_, inText?: string) => inText ?? ' ')
    .replace(/("(?:[^"\\]|\\.)*"?)|,(?=\s*[\]}])/gs, (_, inText?: string) => inText ?? '')
}
