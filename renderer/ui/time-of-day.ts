/** A time of day as people type it, "8", "8.30", "1830" or "18:30", in two and two digits; null when it is none. */
export function timeOfDay(text: string): string | null {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/.exec(text.trim()) ?? []
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}
