/** What the tray can look like, whatever is unread (interface.md 6). */
export const trayStates = ['live', 'catching-up', 'polling', 'paused', 'offline', 'attention'] as const
type TrayState = (typeof trayStates)[number]

/** What an icon is seen against: one ink for each ground, an outline for any, and macOS' template. */
export const trayPanels = ['light-panel', 'dark-panel', 'any-panel', 'template'] as const
export type TrayPanel = (typeof trayPanels)[number]

/** Pixels on a side; the edges of what is drawn on one fall on whole pixels. */
export type Grid = 16 | 22

export interface TrayDrawing {
  readonly panel: TrayPanel
  readonly state: TrayState
  readonly unread: boolean
  readonly grid: Grid
  /** Pixels left free around the grid, or cut off from it. */
  readonly margin: number
}

/** `outline` lies around it all, one pixel wide. */
const inks: Readonly<
  Record<TrayPanel, { ink: string; attention: string; unread: string; outline: string | null }>
> = {
  'light-panel': { ink: '#242424', attention: '#b35900', unread: '#00718a', outline: null },
  'dark-panel': { ink: '#ffffff', attention: '#ffb53d', unread: '#5ed3ec', outline: null },
  'any-panel': { ink: '#ffffff', attention: '#ffb53d', unread: '#5ed3ec', outline: '#242424' },
  template: { ink: '#000000', attention: '#000000', unread: '#000000', outline: null },
}

const path = (d: string) => `<path fill-rule="evenodd" d="${d}"/>`
const rect = (x: number, y: number, width: number, height: number, radius: number) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`

interface Shapes {
  /** A bell on a drive, and the light of the drive, cut out of it. */
  readonly bell: string
  readonly light: string
  readonly cloud: string
  /** A line, drawn with a stroke. */
  readonly strike: string
  readonly marks: Readonly<Record<Exclude<TrayState, 'live' | 'offline'>, string>>
  /** More than the marks themselves to keep free under them. */
  readonly cleared: Readonly<Partial<Record<TrayState, string>>>
  readonly dot: { readonly x: number; readonly y: number; readonly radius: number }
  /** What is kept free around marks, and around the dot. */
  readonly gap: number
  readonly dotGap: number
  /** How far the dot moves in where the outermost pixel has to be free. */
  readonly dotInset: number
}

const shapes: Readonly<Record<Grid, Shapes>> = {
  16: {
    bell: `${rect(7, 1, 2, 3, 1)}${path('M2 10C3.2 9.1 4 8 4 6.5V6a4 4 0 0 1 8 0v.5C12 8 12.8 9.1 14 10z')}${rect(1, 11, 14, 4, 1.5)}`,
    light: rect(11, 12, 2, 2, 1),
    cloud: path('M4.5 13A3.5 3.5 0 0 1 4.1 6.02 4.25 4.25 0 0 1 12.2 7.03 3 3 0 0 1 12 13z'),
    strike: '<path d="M2.5 2.5l11 11" fill="none" stroke-linecap="round"/>',
    marks: {
      'catching-up': path('M11 8h2v4h2.6L12 16 8.4 12H11z'),
      polling: path('M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM11 9.5V13h3.25v-1H12V9.5z'),
      paused: `${rect(8, 8, 3, 8, 1)}${rect(13, 8, 3, 8, 1)}`,
      attention: path(
        'M11.5 7c.4 0 .7.2.9.6l3.4 7c.3.7-.2 1.4-.9 1.4H8.1c-.7 0-1.2-.7-.9-1.4l3.4-7c.2-.4.5-.6.9-.6zM11 10v3h1v-3zm0 4v1h1v-1z',
      ),
    },
    cleared: { paused: rect(7, 7, 9, 9, 1.5) },
    dot: { x: 13, y: 3, radius: 3 },
    gap: 1,
    dotGap: 1,
    dotInset: 1,
  },
  22: {
    bell: `${rect(10, 2, 2, 3, 1)}${path('M3 13.5C4.7 12.3 6 10.7 6 8.7V8.5a5 5 0 0 1 10 0v.2c0 2 1.3 3.6 3 4.8z')}${rect(2, 15, 18, 5, 2)}`,
    light: rect(15, 16.5, 2, 2, 1),
    cloud: path('M6.5 18A4.5 4.5 0 0 1 5.6 9.1 5.75 5.75 0 0 1 16.6 10.04 4 4 0 0 1 16 18z'),
    strike: '<path d="M3.5 3.5l15 15" fill="none" stroke-linecap="round"/>',
    marks: {
      'catching-up': path('M15 11h3v5h3.5L16.5 21.5 11.5 16H15z'),
      polling: path('M16.5 11a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM15.5 13v4.5H19V16h-2v-3z'),
      paused: `${rect(11, 11, 4, 10, 1)}${rect(17, 11, 4, 10, 1)}`,
      attention: path(
        'M16.5 10c.5 0 1 .3 1.2.7l4.1 9.2c.4 1-.2 2.1-1.3 2.1h-8c-1.1 0-1.7-1.1-1.3-2.1l4.1-9.2c.2-.4.7-.7 1.2-.7zM16 14v4h1v-4zm0 5v2h1v-2z',
      ),
    },
    cleared: { paused: rect(10, 10, 12, 12, 2) },
    dot: { x: 18, y: 4.5, radius: 3.5 },
    gap: 1.5,
    dotGap: 1.5,
    dotInset: 0.5,
  },
}

const strikeWidth = 2

/** One picture of the tray as SVG. States differ by outline, color only repeats it. */
export function trayDrawing({ panel, state, unread, grid, margin }: TrayDrawing): string {
  const { bell, light, cloud, strike, marks, cleared, dot, gap, dotGap, dotInset } = shapes[grid]
  const { ink, attention, unread: dotInk, outline } = inks[panel]
  const inset = outline !== null || margin < 0 ? 1 : 0
  const moved = (drawn: string) => (inset === 0 ? drawn : `<g transform="translate(-1 -1)">${drawn}</g>`)
  const body = state === 'offline' ? cloud : bell
  const mark = state === 'live' || state === 'offline' ? '' : moved(marks[state])
  const line = state === 'offline' ? strike : ''
  const round = (radius: number) =>
    `<circle cx="${dot.x - inset * dotInset}" cy="${dot.y + inset * dotInset}" r="${radius}"/>`
  const circle = unread ? round(dot.radius) : ''
  const widened = (by: number, color: string, drawn: string) =>
    `<g fill="${color}" stroke="${color}" stroke-width="${2 * by}" stroke-linejoin="round">${drawn}</g>`
  const stroked = (width: number, color: string) => `<g stroke="${color}" stroke-width="${width}">${line}</g>`
  const cut = [
    state === 'offline' ? '' : `<g fill="#000">${light}</g>`,
    widened(gap, '#000', mark),
    `<g fill="#000">${moved(cleared[state] ?? '')}${unread ? round(dot.radius + dotGap) : ''}</g>`,
    stroked(strikeWidth + 2 * gap, '#000'),
  ].join('')
  const side = grid + 2 * margin
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="${-margin} ${-margin} ${side} ${side}">`,
    `<mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="${grid}" height="${grid}"><rect width="${grid}" height="${grid}" fill="#fff"/>${cut}</mask>`,
    outline === null
      ? ''
      : widened(1, outline, `${body}${mark}${circle}`.replaceAll('evenodd', 'nonzero')) +
        stroked(strikeWidth + 2, outline),
    `<g mask="url(#m)" fill="${ink}">${body}</g>`,
    `<g fill="${state === 'attention' ? attention : ink}">${mark}</g>`,
    stroked(strikeWidth, ink),
    `<g fill="${dotInk}">${circle}</g>`,
    '</svg>',
  ].join('')
}
