import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import type { MuteLength } from '../../preload/contract/activity.ts'
import { useWords } from './words-context.ts'

const lengths: readonly MuteLength[] = ['an-hour', 'tomorrow', 'until-unmuted']

/** A menu item that leads to how long something is muted. */
export function MuteItem(props: { readonly label: string; readonly mute: (length: MuteLength) => void }) {
  const words = useWords()
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuItem>{props.label}</MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {lengths.map((length) => (
            <MenuItem key={length} onClick={() => props.mute(length)}>
              {words.phrase(`mute.length.${length}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
