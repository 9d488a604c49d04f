import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type Theme,
} from '@fluentui/react-components'
import { type ThemeFacts, themeName } from './ui/theme-name.ts'

/** Drivebell's own petrol (interface.md 1). White on 80 is 5.3:1. */
const brand: BrandVariants = {
  10: '#05181c',
  20: '#04252b',
  30: '#023139',
  40: '#003f48',
  50: '#024c57',
  60: '#025a67',
  70: '#066675',
  80: '#027686',
  90: '#0c94a8',
  100: '#1cacc3',
  110: '#50b6ca',
  120: '#6cc0d1',
  130: '#8ecedb',
  140: '#b0dbe4',
  150: '#cde7ec',
  160: '#eaf4f6',
}

const fonts = { fontFamilyBase: "'Segoe UI Variable Text', 'Segoe UI', system-ui, sans-serif" }

const light: Theme = { ...createLightTheme(brand), ...fonts }

const dark: Theme = {
  ...createDarkTheme(brand),
  ...fonts,
  colorBrandForeground1: brand[110],
  colorBrandForegroundLink: brand[110],
  colorBrandForeground2: brand[120],
  // Fluent's own dark warning is too hot for a calm page.
  colorStatusWarningBackground1: '#33291f',
  colorStatusWarningBorder1: '#6b4f33',
}

const contrast: Theme = { ...teamsHighContrastTheme, ...fonts }

/** The theme for this look. */
export function themeFor(look: ThemeFacts): Theme {
  return { light, dark, contrast }[themeName(look)]
}
