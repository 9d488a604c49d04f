/** A text as people and scripts write it to a file: UTF-8, or what PowerShell and Notepad write, with or without a mark in front. */
export function decoded(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes
  if (first === 0xff || (first > 0 && second === 0)) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe || (first === 0 && second > 0)) return new TextDecoder('utf-16be').decode(bytes)
  const text = new TextDecoder().decode(bytes)
  const isOfWindows = text.includes('\ufffd') && !/[^\0-\x7f\ufffd]/.test(text)
  return isOfWindows ? new TextDecoder('windows-1252').decode(bytes) : text
}
