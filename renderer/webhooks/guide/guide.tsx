import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { Labelled, NativeInput, NativeSelect } from '../../ui/native.tsx'
import { useCopy } from '../../ui/use-copy.tsx'
import { useRun } from '../../ui/use-run.tsx'
import { useWords } from '../../ui/words-context.ts'
import { Steps } from '../listener/steps.tsx'
import { useTestAnnounced } from '../listener/use-test-announced.ts'
import { SubPage } from '../sub-page.tsx'
import { WhatIsATunnel } from '../what-is-a-tunnel.tsx'
import { FirstWebhook } from './first-webhook.tsx'

const useStyles = makeStyles({
  steps: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    maxWidth: '672px',
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  step: { '::marker': { fontWeight: tokens.fontWeightSemibold } },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  within: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: tokens.spacingVerticalS,
    paddingBlockStart: tokens.spacingVerticalXS,
  },
  text: { margin: 0 },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  command: {
    boxSizing: 'border-box',
    width: '100%',
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    userSelect: 'all',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  both: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalS,
    width: '100%',
  },
  address: { width: '320px', maxWidth: '100%' },
  test: { alignSelf: 'stretch' },
})

/** From nothing to the first delivery: a tunnel, its address, a webhook, and what comes. */
export function Guide() {
  const words = useWords()
  const styles = useStyles()
  return (
    <SubPage name={words.phrase('guide.title')}>
      <ol className={styles.steps}>
        <Step title={words.phrase('guide.tunnel')}>
          <Tunnel />
        </Step>
        <Step title={words.phrase('guide.address')}>
          <Address />
        </Step>
        <FirstWebhook step={Step} />
      </ol>
    </SubPage>
  )
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <li className={styles.step}>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.within}>{children}</div>
    </li>
  )
}

/** Which one, what becomes of its name, and the command that leads it here. */
function Tunnel() {
  const words = useWords()
  const styles = useStyles()
  const { tunnels } = useDrivebell().state.webhooks.listener
  const copy = useCopy()
  const [name, choose] = useState(tunnels[0]?.name)
  const tunnel = tunnels.find((each) => each.name === name) ?? tunnels[0]
  return (
    <>
      <WhatIsATunnel />
      <p className={styles.text}>{words.phrase('guide.tunnel-text')}</p>
      {tunnel && (
        <>
          <Labelled label={words.phrase('guide.tunnel-field')}>
            <NativeSelect
              value={tunnel.name}
              onChange={({ target }) => choose(tunnels.find((each) => each.name === target.value)?.name)}
            >
              {tunnels.map((each) => (
                <option key={each.name} value={each.name}>
                  {words.phrase(`listener.tunnel.${each.name}`)}
                </option>
              ))}
            </NativeSelect>
          </Labelled>
          <p className={styles.hint}>{words.phrase(`guide.tunnel.${tunnel.name}`)}</p>
          <code className={styles.command} dir="ltr">
            {tunnel.command}
          </code>
          <div className={styles.both}>
            <Button
              icon={<CopyRegular />}
              onClick={() => void copy(tunnel.command, words.phrase('listener.tunnel-copied'))}
            >
              {words.phrase('guide.copy')}
            </Button>
          </div>
        </>
      )}
    </>
  )
}

/** The address that the tunnel shows, and whether it leads here. */
function Address() {
  const words = useWords()
  const styles = useStyles()
  const { bridge, state } = useDrivebell()
  const { test, publicUrl } = state.webhooks.listener
  const run = useRun()
  const [typed, setTyped] = useState<string | null>(null)
  useTestAnnounced(test)
  const address = (typed ?? publicUrl ?? '').trim()
  const isRunning = test?.verdict.kind === 'running'
  const testNow = async (event: FormEvent) => {
    event.preventDefault()
    if (isRunning || address === '') return
    if (await run(bridge.setListener({ on: true, publicUrl: address })))
      await run(bridge.testListener(undefined))
  }
  return (
    <>
      <p className={styles.text}>{words.phrase('guide.address-text')}</p>
      <form noValidate className={styles.both} onSubmit={(event) => void testNow(event)}>
        <Labelled label={words.phrase('listener.address')}>
          <NativeInput
            className={styles.address}
            type="url"
            dir="ltr"
            maxLength={2000}
            placeholder="https://"
            value={typed ?? publicUrl ?? ''}
            onChange={({ target }) => setTyped(target.value)}
          />
        </Labelled>
        <Button type="submit" disabledFocusable={isRunning}>
          {words.phrase(isRunning ? 'webhooks.testing' : 'webhooks.test-now')}
        </Button>
      </form>
      <p className={styles.hint}>{words.phrase('guide.renamed')}</p>
      {test && test.publicUrl === publicUrl && (
        <div className={styles.test}>
          <Steps test={test} />
        </div>
      )}
    </>
  )
}
