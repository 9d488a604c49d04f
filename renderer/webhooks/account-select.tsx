import { useWords } from '../ui/words-context.ts'
import { isSignedIn } from '../../preload/contract/state.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { NativeSelect } from '../ui/native.tsx'

/** For which account; nothing to choose when there is one. */
export function AccountSelect(props: {
  readonly accountId: string
  readonly choose: (accountId: string) => void
}) {
  const words = useWords()
  const usable = useDrivebell().state.accounts.filter(isSignedIn)
  if (usable.length < 2) return null
  return (
    <NativeSelect
      aria-label={words.phrase('webhook.form.account')}
      value={props.accountId}
      onChange={({ target }) => props.choose(target.value)}
    >
      {usable.map(({ id, username }) => (
        <option key={id} value={id}>
          {username}
        </option>
      ))}
    </NativeSelect>
  )
}
