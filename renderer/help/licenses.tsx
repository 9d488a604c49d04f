import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import own from '../../LICENSE?raw'
import type { Licensed } from '../../preload/contract/help.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { useRun } from '../ui/use-run.tsx'
import { useWords } from '../ui/words-context.ts'

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalS}` },
  chromium: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBlockEnd: tokens.spacingVerticalM,
  },
  rows: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge },
  license: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  short: { color: tokens.colorNeutralForeground3 },
})

/** The licenses of everything that is shipped, each to be unfolded. */
export function Licenses() {
  const styles = useStyles()
  const { bridge } = useDrivebell()
  const words = useWords()
  const run = useRun()
  const [all, setAll] = useState<readonly Licensed[] | null | 'failed'>(null)
  useEffect(() => {
    bridge.licenses(undefined).then(setAll, () => setAll('failed'))
  }, [bridge])
  if (all === null) return null
  if (all === 'failed') return words.phrase('help.licenses-failed')
  return (
    <>
      <p className={styles.text}>{words.phrase('help.licenses-text', { n: all.length })}</p>
      <div className={styles.chromium}>
        <span>{words.phrase('help.chromium-text')}</span>
        <Button size="small" onClick={() => void run(bridge.showChromiumLicenses(undefined))}>
          {words.phrase('help.chromium-show')}
        </Button>
      </div>
      <div className={styles.rows}>
        <Disclosure name={words.phrase('help.license-own')}>
          <pre className={styles.license} lang="en" dir="ltr">
            {own}
          </pre>
        </Disclosure>
        {all.map(({ name, version, license, text }) => (
          <Disclosure
            key={`${name} ${version}`}
            name={
              <>
                <bdi>{`${name} ${version}`}</bdi> <bdi className={styles.short}>{license}</bdi>
              </>
            }
          >
            {text === '' ? (
              words.phrase('help.license-none')
            ) : (
              <pre className={styles.license} lang="en" dir="ltr">
                {text}
              </pre>
            )}
          </Disclosure>
        ))}
      </div>
    </>
  )
}
