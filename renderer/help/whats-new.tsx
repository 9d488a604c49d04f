import { makeStyles, tokens } from '@fluentui/react-components'
import changelog from '../../CHANGELOG.md?raw'
import { useWords } from '../ui/words-context.ts'
import { versionsIn } from './changelog.ts'

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  version: {
    margin: `${tokens.spacingVerticalM} 0 0`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  group: {
    margin: `${tokens.spacingVerticalM} 0 0`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  entries: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingInlineStart: tokens.spacingHorizontalXL },
  entry: { marginBlockEnd: tokens.spacingVerticalXS },
})

/** What changed from version to version, newest first; written in English. */
export function WhatsNew() {
  const styles = useStyles()
  const words = useWords()
  return (
    <>
      {words.locale.language !== 'en' && (
        <p className={styles.note}>{words.phrase('help.whats-new-language')}</p>
      )}
      <div lang="en" dir="ltr">
        {versionsIn(changelog).map(({ name, groups }) => (
          <section key={name}>
            <h3 className={styles.version}>{name}</h3>
            {groups.map(({ title, entries }) => (
              <section key={title}>
                <h4 className={styles.group}>{title}</h4>
                <ul className={styles.entries}>
                  {entries.map((entry) => (
                    <li key={entry} className={styles.entry}>
                      {entry}
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </section>
        ))}
      </div>
    </>
  )
}
