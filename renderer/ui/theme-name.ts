/** What decides the look: the user's wish and what the system says. */
export interface ThemeFacts {
  readonly wish: 'system' | 'light' | 'dark'
  readonly systemDark: boolean
  readonly moreContrast: boolean
  readonly forcedColors: boolean
}

/** Which of the three themes to draw with. Forced colors are left to the system, which repaints any of them. */
export function themeName(look: ThemeFacts): 'light' | 'dark' | 'contrast' {
  if (look.moreContrast && !look.forcedColors) return 'contrast'
  if (look.wish !== 'system') return look.wish
  return look.systemDark ? 'dark' : 'light'
}

/** How the browser draws what it draws itself, like scrollbars. */
export function colorScheme(look: ThemeFacts): 'light' | 'dark' | 'light dark' {
  if (look.forcedColors) return 'light dark'
  return themeName(look) === 'light' ? 'light' : 'dark'
}
