import { makeStyles, tokens } from '@fluentui/react-components'
import type { Below } from '../../preload/words/phrase.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  title: {
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalL,
  },
  line: { display: 'contents' },
  what: { paddingBlock: tokens.spacingVerticalXS },
  keys: {
    margin: 0,
    paddingBlock: tokens.spacingVerticalXS,
    display: 'flex',
    justifyContent: 'flex-end',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
  },
  key: {
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
})

type Act = Below<'help.keys.act'>

/** Keys as they are written on them; `Mod` is Ctrl, on macOS the command key. */
const shortcuts: readonly (readonly [
  place: Exclude<Below<'help.keys'>, `act.${string}`>,
  readonly (readonly [Act, readonly string[]])[],
])[] = [
  ['everywhere', [['back', ['Esc']]]],
  [
    'activity',
    [
      ['move', ['↑', '↓']],
      ['open', ['Enter']],
      ['unfold', ['→', '←']],
      ['mute', ['M']],
      ['seen', ['S']],
      ['search', ['Mod', 'F']],
    ],
  ],
  [
    'subscriptions',
    [
      ['details', ['Enter']],
      ['pause', ['P']],
      ['unfollow', ['Delete']],
      ['new', ['Mod', 'N']],
    ],
  ],
  [
    'follow',
    [
      ['next-tab', ['Ctrl', 'Tab']],
      ['confirm', ['Mod', 'Enter']],
    ],
  ],
  [
    'webhooks',
    [
      ['delete', ['Delete']],
      ['replay', ['R']],
    ],
  ],
]

/** What the keyboard does, by where it does it. */
export function Shortcuts() {
  const styles = useStyles()
  const words = useWords()
  const { platform } = useDrivebell().state
  const written = (key: string) => (key === 'Mod' ? (platform === 'darwin' ? '⌘' : 'Ctrl') : key)
  return shortcuts.map(([place, lines]) => (
    <section key={place}>
      <h3 className={styles.title}>{words.phrase(`help.keys.${place}`)}</h3>
      <dl className={styles.list}>
        {lines.map(([act, keys]) => (
          <div key={act} className={styles.line}>
            <dt className={styles.what}>{words.phrase(`help.keys.act.${act}`)}</dt>
            <dd className={styles.keys} dir="ltr">
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {written(key)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}
