import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
  makeStyles,
} from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons/svg/add'
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useSignIn } from '../ui/use-sign-in.ts'
import { useWords } from '../ui/words-context.ts'

const clouds = ['us-gov-l4', 'us-gov-l5', 'china'] as const

const useStyles = makeStyles({
  together: { display: 'inline-flex', gap: '1px' },
})

/** The ways in: a device code, the browser, and the browser in another cloud. */
export function SignInActions(props: {
  readonly primary: boolean
  /** A sign-in is under way. */
  readonly busy: boolean
}) {
  const words = useWords()
  const { busy } = props
  const styles = useStyles()
  const start = useSignIn()
  const isManaged = useDrivebell().state.policy.managed.includes('cloud')
  const appearance = props.primary ? 'primary' : 'secondary'
  return (
    <>
      <Button appearance="subtle" disabledFocusable={busy} onClick={() => start({ method: 'device-code' })}>
        {words.phrase('accounts.device-code')}
      </Button>
      <span className={styles.together}>
        <Button
          appearance={appearance}
          icon={<AddRegular />}
          disabledFocusable={busy}
          onClick={() => start({ method: 'browser' })}
        >
          {words.phrase('accounts.sign-in')}
        </Button>
        {!isManaged && (
          <Menu positioning="below-end">
            <MenuTrigger disableButtonEnhancement>
              <Tooltip content={words.phrase('accounts.other-clouds')} relationship="label">
                <Button appearance={appearance} icon={<ChevronDownRegular />} disabledFocusable={busy} />
              </Tooltip>
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {clouds.map((cloud) => (
                  <MenuItem key={cloud} onClick={() => start({ method: 'browser', cloud })}>
                    {words.phrase(`accounts.cloud.${cloud}`)}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
      </span>
    </>
  )
}
