import { useSyncExternalStore } from 'react'
import { minuteMs, secondMs } from '../../preload/kit/time.ts'

/** The time to the second, drawn anew after `tickMs(now)` each time while the window can be seen. */
export function useNow(tickMs: (now: number) => number): number {
  return useSyncExternalStore((changed) => {
    let timer: ReturnType<typeof setTimeout>
    const arm = () => {
      timer = setTimeout(() => {
        if (document.visibilityState === 'visible') changed()
        arm()
      }, tickMs(Date.now()))
    }
    arm()
    document.addEventListener('visibilitychange', changed)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', changed)
    }
  }, second)
}

/** For words that change with the minute. */
export const minutely = (): number => minuteMs

/** For countdowns in minutes, which should not be late by much. */
export const soon = (): number => 10 * secondMs

const second = () => Math.floor(Date.now() / secondMs) * secondMs
