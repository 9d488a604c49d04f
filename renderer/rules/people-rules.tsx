import { Button, Switch } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons/svg/add'
import { useState } from 'react'
import type { OwnChanges, Someone } from '../../preload/contract/rules.ts'
import { useDrivebell } from '../ui/drivebell-context.ts'
import { Labelled, NativeSelect } from '../ui/native.tsx'
import { Choices } from './choices.tsx'
import { keyOf, putBack, withSomeone } from './rules-draft.ts'
import type { SectionProps } from './section-props.ts'
import { PersonPicker } from './person-picker.tsx'
import { Section } from './section.tsx'
import { Tags } from './tags.tsx'
import { useWords } from '../ui/words-context.ts'
import type { Words } from '../../preload/words/words.ts'

const kinds = ['everyone', 'only', 'except'] as const
const ownChoices: readonly OwnChanges[] = ['tell', 'hide-this-account', 'hide-all-accounts']

/** Whose changes are told: of others, of apps, and one's own. */
export function Who({ draft, change }: SectionProps) {
  const words = useWords()
  const { ownChanges } = useDrivebell().state.settings
  const { people } = draft
  const name = (who: readonly Someone[]) =>
    change((draft) => ({ ...draft, people: { ...draft.people, who: [...who] } }))
  return (
    <Section title={words.phrase('rules.who')} text={words.phrase('rules.who-text')}>
      <Choices
        label={words.phrase('rules.who')}
        word={(kind) => words.phrase(`rules.people.${kind}`)}
        order={kinds}
        value={people.kind}
        choose={(kind) => change((draft) => ({ ...draft, people: { ...draft.people, kind } }))}
      />
      {people.kind !== 'everyone' && (
        <Tags
          label={words.phrase(`rules.people.${people.kind}`)}
          tags={people.who.map((someone) => ({ key: keyOf(someone), name: nameOf(someone, words) }))}
          remove={(index) => {
            const someone = people.who[index]
            name(people.who.toSpliced(index, 1))
            return () =>
              someone &&
              change((draft) => {
                const who = draft.people.who.filter((other) => keyOf(other) !== keyOf(someone))
                return { ...draft, people: { ...draft.people, who: putBack(who, index, someone) } }
              })
          }}
        >
          <AddSomeone known={people.who} add={(someone) => change((draft) => withSomeone(draft, someone))} />
        </Tags>
      )}
      {people.kind === 'only' && people.who.length === 0 && (
        <output>{words.phrase('rules.people.choose-someone')}</output>
      )}
      <Labelled label={words.phrase('settings.notifications.own')}>
        <NativeSelect
          value={draft.own ?? ''}
          onChange={({ target }) => {
            const own = ownChoices.find((choice) => choice === target.value) ?? null
            change((draft) => ({ ...draft, own }))
          }}
        >
          <option value="">
            {words.phrase('rules.own-as-in-settings', { choice: words.phrase(`rules.own.${ownChanges}`) })}
          </option>
          {ownChoices.map((choice) => (
            <option key={choice} value={choice}>
              {words.phrase(`rules.own.${choice}`)}
            </option>
          ))}
        </NativeSelect>
      </Labelled>
      <Switch
        style={{ marginInlineStart: '-8px' }}
        label={words.phrase('rules.apps')}
        checked={draft.apps}
        onChange={(_event, { checked }) => change((draft) => ({ ...draft, apps: checked }))}
      />
    </Section>
  )
}

function AddSomeone(props: { readonly known: readonly Someone[]; readonly add: (someone: Someone) => void }) {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <PersonPicker {...props} close={() => setOpen(false)} />
  return (
    <Button appearance="subtle" size="small" icon={<Add16Regular />} onClick={() => setOpen(true)}>
      {words.phrase('rules.add-someone')}
    </Button>
  )
}

const nameOf = (someone: Someone, words: Words): string =>
  someone.kind === 'guests' ? words.phrase('settings.muted.guests') : someone.name
