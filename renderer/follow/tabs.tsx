import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { narrow } from '../ui/use-media.ts'
import { ByLink } from './by-link.tsx'
import { Panes } from './panes.tsx'
import type { PanesProps } from './looks.ts'
import { Sites } from './sites.tsx'
import { useWords } from '../ui/words-context.ts'

/** Where one can look, in the order of the tabs. */
export const tabs = ['mine', 'shared', 'sites', 'teams', 'link'] as const
export type TabName = (typeof tabs)[number]

const useStyles = makeStyles({
  tabs: {
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalM,
    // Five names are wider than the smallest window.
    flexWrap: 'wrap',
    [narrow]: { paddingInline: tokens.spacingHorizontalXS },
  },
  panel: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
})

/** The five places, and what is found in the one that is open. */
export function Tabs(props: PanesProps & { readonly tab: TabName; readonly open: (tab: TabName) => void }) {
  const words = useWords()
  const { tab, open, ...panes } = props
  const styles = useStyles()
  const id = useId()
  return (
    <>
      <TabList
        className={styles.tabs}
        aria-label={words.phrase('follow.places')}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => {
          const name = tabs.find((each) => each === value)
          if (name) open(name)
        }}
      >
        {tabs.map((name) => (
          <Tab key={name} id={`${id}-${name}`} value={name} aria-controls={`${id}-panel`}>
            {words.phrase(`follow.tab.${name}`)}
          </Tab>
        ))}
      </TabList>
      <div
        key={`${panes.account.id} ${tab}`}
        id={`${id}-panel`}
        role="tabpanel"
        aria-labelledby={`${id}-${tab}`}
        className={styles.panel}
      >
        {tab === 'sites' ? (
          <Sites {...panes} />
        ) : tab === 'link' ? (
          <ByLink {...panes} />
        ) : (
          <Panes
            {...panes}
            place={{ kind: tab }}
            said={() => ({
              label: words.phrase(`follow.tab.${tab}`),
              nothing: words.phrase(`follow.nothing.${tab}`),
            })}
          />
        )}
      </div>
    </>
  )
}
