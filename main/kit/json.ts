/** What a text of our own files says; null where the disk gives back something else. */
export function jsonIn(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}

/** The texts of a list that rests as JSON; what else is in it is left out. */
export function textsIn(text: unknown): readonly string[] {
  const list = jsonIn(text)
  return Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : []
}
