import {
  AriaLiveAnnouncer,
  FluentProvider,
  makeStyles,
  Toaster,
  tokens,
  useAnnounce,
  useId,
} from '@fluentui/react-components'
import { lazy, Suspense, useLayoutEffect, useMemo } from 'react'
import type { Bridge } from '../preload/contract/commands.ts'
import { type Words, wordsOf } from '../preload/words/words.ts'
import type { AppState } from '../preload/contract/state.ts'
import { ProxyDialog } from './shell/proxy-dialog.tsx'
import { Shell } from './shell/shell.tsx'
import { themeFor } from './theme.ts'
import { type Drivebell, DrivebellProvider } from './ui/drivebell-context.ts'
import { colorScheme } from './ui/theme-name.ts'
import { useView } from './ui/use-view.ts'
import type { View, ViewEvent } from './ui/view.ts'
import { useMedia } from './ui/use-media.ts'
import { WordsProvider } from './ui/words-context.ts'

const Welcome = lazy(async () => ({ default: (await import('./welcome/welcome.tsx')).Welcome }))

const useStyles = makeStyles({
  // Not on the provider: it hands its own styles on to menus and dialogs.
  window: { height: '100vh', overflow: 'clip', backgroundColor: tokens.colorNeutralBackground1 },
})

/** The whole window, for one bridge. Nothing is drawn before the first state: what is shown is true. */
export function App({ bridge }: { readonly bridge: Bridge }) {
  const { view, ...viewing } = useView(bridge)
  const language = view.language
  const words = useMemo(() => language && wordsOf(language), [language])
  useLayoutEffect(() => {
    if (!language) return
    document.documentElement.lang = language.locale.language
    document.documentElement.dir = language.locale.direction
  }, [language])
  return (
    <Suspense>
      {view.state && words && (
        <WordsProvider value={words}>
          <Window bridge={bridge} view={view} state={view.state} words={words} {...viewing} />
        </WordsProvider>
      )}
    </Suspense>
  )
}

function Window(props: {
  readonly bridge: Bridge
  readonly view: View
  readonly state: AppState
  readonly words: Words
  readonly happen: (event: ViewEvent) => void
  readonly holdLeaving: Drivebell['holdLeaving']
}) {
  const { bridge, view, state, words, happen, holdLeaving } = props
  const styles = useStyles()
  const theme = useTheme(state.settings.theme)
  const toasterId = useId('toaster')
  const drivebell = useMemo<Drivebell>(
    () => ({
      bridge,
      state,
      time: words,
      toasterId,
      entry: view.entry,
      entryMet: () => happen({ kind: 'met' }),
      shownSubscription: view.subscriptionId,
      showPage: (page) => happen({ kind: 'visit', page, subscriptionId: null }),
      showSubscription: (subscriptionId) => happen({ kind: 'visit', page: 'subscriptions', subscriptionId }),
      picksTeams: view.picksTeams,
      pickTeams: () => happen({ kind: 'teams' }),
      webhooksPlace: view.webhooks,
      showWebhooks: (place) => happen({ kind: 'webhooks', place }),
      holdLeaving,
    }),
    [
      bridge,
      state,
      words,
      toasterId,
      view.entry,
      view.subscriptionId,
      view.picksTeams,
      view.webhooks,
      happen,
      holdLeaving,
    ],
  )
  return (
    <FluentProvider theme={theme} dir={words.locale.direction}>
      <AriaLiveAnnouncer>
        <DrivebellProvider value={drivebell}>
          <div className={styles.window}>
            {view.welcome ? (
              <Welcome />
            ) : (
              <Shell page={view.page} visit={view.visit} onTab={(page) => happen({ kind: 'tab', page })} />
            )}
          </div>
          <ProxyDialog />
          <Toasts toasterId={toasterId} />
        </DrivebellProvider>
      </AriaLiveAnnouncer>
    </FluentProvider>
  )
}

/** What is said in passing, shown and spoken. */
function Toasts({ toasterId }: { readonly toasterId: string }) {
  const { announce } = useAnnounce()
  const speak = (message: string, { politeness }: { readonly politeness: 'assertive' | 'polite' }) =>
    announce(message, { polite: politeness === 'polite' })
  return <Toaster toasterId={toasterId} position="bottom-end" announce={speak} />
}

/** The theme for the user's wish and the system, followed live. */
function useTheme(wish: AppState['settings']['theme']) {
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const moreContrast = useMedia('(prefers-contrast: more)')
  const forcedColors = useMedia('(forced-colors: active)')
  const look = { wish, systemDark, moreContrast, forcedColors }
  const scheme = colorScheme(look)
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = scheme
  }, [scheme])
  return themeFor(look)
}
