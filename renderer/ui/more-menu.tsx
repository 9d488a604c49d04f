import {
  Button,
  Menu,
  MenuList,
  MenuPopover,
  MenuTrigger,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import type { ReactNode } from 'react'
import { useWords } from './words-context.ts'

/** What else can be done about something: behind a button named "More", where the focus returns after a question. */
export function MoreMenu(props: {
  /** Names what it is about, where the page does not. */
  readonly nameId?: string | undefined
  readonly children: ReactNode
}) {
  const words = useWords()
  const restoreTarget = useRestoreFocusTarget()
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          {...restoreTarget}
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={words.phrase('button.more')}
          aria-describedby={props.nameId}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>{props.children}</MenuList>
      </MenuPopover>
    </Menu>
  )
}
