import axe from 'axe-core'
import type { Page } from 'playwright-core'
import type { Look } from './gallery.ts'

/** The ways people look at a window. At 200 % it has half as many pixels of its own in each direction. */
const looks = {
  light: {},
  dark: { colorScheme: 'dark' },
  'forced colors': { colorScheme: 'dark', forcedColors: 'active' },
  'narrow, 480 px': { viewport: { width: 480, height: 520 } },
  'at 200 %': { viewport: { width: 500, height: 350 } },
} as const satisfies Readonly<Record<string, Look>>

/** What the others are made of. */
const twoLooks = {
  light: {},
  'dark and narrow': { colorScheme: 'dark', viewport: { width: 480, height: 520 } },
} as const satisfies Readonly<Record<string, Look>>

/** Looks at the page as it stands in each of the ways; what is wrong is said with the way. */
export const wrongInAnyLook = (page: Page): Promise<readonly string[]> => wrongIn(looks, page)

/** Looks at another state of a page that is looked at in each of the ways. */
export const wrongInTwoLooks = (page: Page): Promise<readonly string[]> => wrongIn(twoLooks, page)

async function wrongIn(looks: Readonly<Record<string, Look>>, page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const [name, { viewport, ...media }] of Object.entries(looks)) {
    await page.setViewportSize(viewport ?? { width: 1000, height: 700 })
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...media })
    found.push(...(await wrong(page)).map((what) => `${name}: ${what}`))
  }
  return found
}

/** What is wrong with the page, and stays so: a theme takes a moment to be on every part. */
export async function wrong(page: Page): Promise<readonly string[]> {
  let before: readonly string[] = []
  for (;;) {
    const found = await wrongNow(page)
    if (found.join() === before.join()) return found
    before = found
  }
}

async function wrongNow(page: Page): Promise<readonly string[]> {
  await drawn(page)
  return [
    ...(await violations(page)),
    ...(await sideways(page)),
    ...(await cut(page)),
    ...(await tooSmall(page)),
    ...(await unmarked(page)),
  ]
}

/** Waits until a theme is on every part and nothing moves any more. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    const moving = document.getAnimations().filter((each) => each.effect?.getTiming().iterations !== Infinity)
    await Promise.allSettled(moving.map(({ finished }) => finished))
  })
}

/** What can be scrolled sideways, and is wider than it shows. */
export function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element)
        const scrolls = overflowX === 'auto' || overflowX === 'scroll' || element === document.documentElement
        return scrolls && element.scrollWidth > element.clientWidth + 1
      })
      .map((element) => `${element.tagName} scrolls sideways`),
  )
}

/** What stands in a dialog and is wider than its place. */
function cut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[role="dialog"] :not(span)')]
      .filter((element) => {
        const { overflowX, textOverflow } = getComputedStyle(element)
        const isCut = overflowX === 'hidden' && textOverflow !== 'ellipsis'
        return isCut && element.scrollWidth > element.clientWidth + 1
      })
      .map((element) => `${element.tagName} ${element.textContent} is cut`),
  )
}

/** What axe finds; Fluent's own focus guards are its one known false alarm (interface.md 8). */
async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    // A menu stands over the page. That landmarks hold all of a page does not go for it, yet the rule knows only dialogs.
    const isMenu = (id: string, target: unknown) =>
      id === 'region' && document.querySelector(String(target))?.closest('.fui-MenuPopover')
    const { violations } = await window.axe.run(
      { exclude: ['[data-tabster-dummy]'] },
      { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } },
    )
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ target }) => !isMenu(id, target[0]))
        .map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    )
  })
}

/** What is pressed and lower or narrower than 24 px: WCAG 2.5.8 without its exception for what has room around it. */
function tooSmall(page: Page): Promise<readonly string[]> {
  const pressed =
    'button, a[href], select, [role="button"], [role="tab"], [role="option"], [role="menuitem"], [role="treeitem"], summary'
  return page.evaluate(
    (pressed) =>
      [...document.querySelectorAll<HTMLElement>(pressed)]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .flatMap((element) => {
          const { width, height } = element.getBoundingClientRect()
          // In a sentence a link is as high as its line.
          const isWithinText = [...(element.parentElement?.childNodes ?? [])].some(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
          )
          const isUnseen = width <= 1 || height <= 1 || element.tagName === 'OPTION'
          if (isWithinText || isUnseen || (width >= 24 && height >= 24)) return []
          return [
            `${Math.round(width)} × ${Math.round(height)} px: ${element.tagName} ${element.ariaLabel ?? element.textContent}`,
          ]
        }),
    pressed,
  )
}

/** What is chosen and looks like those beside it that are not. */
function unmarked(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const states = ['aria-selected', 'aria-checked', 'aria-pressed'] as const
    // What lies behind a part that is transparent is what is seen.
    const behind = (part: Element | null): string => {
      const color = part ? getComputedStyle(part).backgroundColor : 'none'
      return color.endsWith(', 0)') ? behind(part?.parentElement ?? null) : color
    }
    const lineOf = (line: string) => (/^0px|\bnone\b|, 0\)/.test(line) ? 'none' : line)
    const lookOf = (element: Element): string =>
      [element, ...element.querySelectorAll('*')]
        .flatMap((part) =>
          [null, '::before', '::after'].map((pseudo) => {
            const style = getComputedStyle(part, pseudo)
            if (pseudo && style.content === 'none') return ''
            const { borderTop, borderBottom, borderLeft, outline } = style
            const back = pseudo ? style.backgroundColor : behind(part)
            const lines = [borderTop, borderBottom, borderLeft, outline].map(lineOf)
            return [
              style.color,
              back,
              style.fontWeight,
              style.fill,
              style.opacity,
              style.visibility,
              ...lines,
            ].join(' ')
          }),
        )
        .join('\n')
    const shape = (element: Element) =>
      [...element.querySelectorAll('*')].map(({ tagName }) => tagName).join(' ')
    return states.flatMap((state) =>
      [...document.querySelectorAll(`[${state}="true"]`)].flatMap((chosen) => {
        if (!chosen.checkVisibility()) return []
        const role = chosen.getAttribute('role') ?? chosen.tagName
        const other = [
          ...(
            chosen.closest('[role="listbox"], [role="tablist"], [role="group"], ul') ?? document
          ).querySelectorAll(`[${state}="false"]`),
        ].find(
          (each) =>
            (each.getAttribute('role') ?? each.tagName) === role &&
            shape(each) === shape(chosen) &&
            each.getAttribute('aria-disabled') !== 'true',
        )
        return other && lookOf(other) === lookOf(chosen)
          ? [`chosen, and looks like the others: ${role} ${chosen.ariaLabel ?? chosen.textContent}`]
          : []
      }),
    )
  })
}

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}
