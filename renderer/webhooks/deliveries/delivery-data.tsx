import type { Outputs } from '../../../preload/contract/commands.ts'
import { useWords } from '../../ui/words-context.ts'
import type { Message } from '../../../preload/words/phrase.ts'
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { EyeOffRegular } from '@fluentui/react-icons/svg/eye-off'
import { EyeRegular } from '@fluentui/react-icons/svg/eye'
import { useState } from 'react'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { Problem } from '../problem.tsx'

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: {
    margin: 0,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'start',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
})

type Shown =
  | { readonly kind: 'hidden' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: Message }

/** What a delivery says: asked for, and decrypted, only when someone wants to see it. */
export function DeliveryData(props: { readonly deliveryId: string; readonly isEncrypted: boolean }) {
  const styles = useStyles()
  const { bridge } = useDrivebell()
  const words = useWords()
  const [shown, setShown] = useState<Shown>({ kind: 'hidden' })
  const isHidden = shown.kind === 'hidden'
  const show = async () => {
    setShown({ kind: 'reading' })
    const answer = await bridge
      .deliveryData({ deliveryId: props.deliveryId })
      .catch((): Outputs['deliveryData'] => ({ ok: false, why: { key: 'command.unexpected' } }))
    const next: Shown = answer.ok ? { kind: 'text', text: answer.text } : { kind: 'refused', why: answer.why }
    setShown((now) => (now.kind === 'reading' ? next : now))
  }
  return (
    <section>
      <div className={styles.head}>
        <h3 className={styles.title}>
          {props.isEncrypted ? words.phrase('deliveries.decrypted') : words.phrase('deliveries.data')}
        </h3>
        <Button
          size="small"
          appearance="subtle"
          icon={isHidden ? <EyeRegular /> : <EyeOffRegular />}
          aria-expanded={!isHidden}
          onClick={() => (isHidden ? void show() : setShown({ kind: 'hidden' }))}
        >
          {isHidden ? words.phrase('deliveries.show') : words.phrase('deliveries.hide')}
        </Button>
      </div>
      {shown.kind === 'reading' && <Waiting text={words.phrase('deliveries.reading')} />}
      {shown.kind === 'text' && (
        <pre className={styles.text} dir="ltr">
          {shown.text}
        </pre>
      )}
      {shown.kind === 'refused' && <Problem sentence={words.say(shown.why)} />}
    </section>
  )
}
