import { Button } from '@fluentui/react-components'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Empty } from '../ui/empty.tsx'
import { useRun } from '../ui/use-run.tsx'
import { words } from '../words/english.ts'

const said = words.activity

/** Nothing is kept yet: what is listened to, and a notice to look at. */
export function Nothing() {
  const { bridge, state } = useDrivebell()
  const run = useRun()
  const [drive, ...others] = state.subscriptions
  return (
    <Empty
      title={said.emptyTitle}
      text={
        drive === undefined ? (
          said.emptyNone
        ) : others.length > 0 ? (
          said.emptyMany(state.subscriptions.length)
        ) : (
          <>
            {said.empty[0]}
            <bdi>{drive.name}</bdi>
            {said.empty[1]}
          </>
        )
      }
      action={
        <Button appearance="primary" onClick={() => void run(bridge.showSampleNotice(undefined))}>
          {said.showNotice}
        </Button>
      }
    />
  )
}
