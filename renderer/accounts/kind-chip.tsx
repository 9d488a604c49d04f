import { makeStyles, tokens } from '@fluentui/react-components'
import { Briefcase16Regular } from '@fluentui/react-icons/svg/briefcase'
import { Person16Regular } from '@fluentui/react-icons/svg/person'
import type { AccountView } from '../../preload/state.ts'
import { words } from '../words/english.ts'

const said = words.accounts

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
})

/** What kind of account it is, and its cloud when that is not the usual one. */
export function KindChip({ type, cloud }: Pick<AccountView, 'type' | 'cloud'>) {
  const Icon = type === 'work' ? Briefcase16Regular : Person16Regular
  return (
    <span className={useStyles().chip}>
      <Icon aria-hidden="true" />
      {cloud === 'global' ? said.types[type] : said.inCloud(said.types[type], said.clouds[cloud])}
    </span>
  )
}
