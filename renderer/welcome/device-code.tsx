import { AppIcon } from './split.tsx'
import { CodePanel, type DeviceCodeState } from '../ui/code-panel.tsx'
import { words } from '../words/english.ts'
import { useWelcomeStyles } from './styles.ts'

/** The other way in: a code to type on any phone or computer. */
export function DeviceCode({ code }: { readonly code: DeviceCodeState }) {
  const shared = useWelcomeStyles()
  return (
    <>
      <AppIcon />
      <h1 className={shared.title}>{words.deviceCode.title}</h1>
      <CodePanel code={code} size="large" />
    </>
  )
}
