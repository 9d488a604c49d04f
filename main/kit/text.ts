/** A text without the letter that stands at its end, however often it does; a pattern would begin anew at each of them. */
export function withoutEnd(text: string, letter: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === letter) end--
  return text.slice(0, end)
}
