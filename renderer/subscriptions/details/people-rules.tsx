import { Button, Switch } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons/svg/add'
import { useState } from 'react'
import type { OwnChanges, Someone } from '../../../preload/contract/rules.ts'
import { useDrivebell } from '../../ui/drivebell-context.ts'
import { Labelled, NativeSelect } from '../../ui/native.tsx'
import { ownWords, rulesWords as said } from '../../words/rules.ts'
import { Choices } from './choices.tsx'
import { keyOf, putBack, withSomeone } from './rules-draft.ts'
import type { SectionProps } from './section-props.ts'
import { PersonPicker } from './person-picker.tsx'
import { Section } from './section.tsx'
import { Tags } from './tags.tsx'

const kinds = ['everyone', 'only', 'except'] as const
const ownChoices: readonly OwnChanges[] = ['tell', 'hide-this-account', 'hide-all-accounts']

/** Whose changes are told: of others, of apps, and one's own. */
export function Who({ draft, change }: SectionProps) {
  const { ownChanges } = useDrivebell().state.settings
  const { people } = draft
  const name = (who: readonly Someone[]) =>
    change((draft) => ({ ...draft, people: { ...draft.people, who: [...who] } }))
  return (
    <Section title={said.who} text={said.whoText}>
      <Choices
        label={said.who}
        choices={said.people}
        order={kinds}
        value={people.kind}
        choose={(kind) => change((draft) => ({ ...draft, people: { ...draft.people, kind } }))}
      />
      {people.kind !== 'everyone' && (
        <Tags
          label={said.people[people.kind]}
          tags={people.who.map((someone) => ({ key: keyOf(someone), name: nameOf(someone) }))}
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
      <Labelled label={said.own}>
        <NativeSelect
          value={draft.own ?? ''}
          onChange={({ target }) => {
            const own = ownChoices.find((choice) => choice === target.value) ?? null
            change((draft) => ({ ...draft, own }))
          }}
        >
          <option value="">{said.ownAsInSettings(ownWords[ownChanges])}</option>
          {ownChoices.map((choice) => (
            <option key={choice} value={choice}>
              {ownWords[choice]}
            </option>
          ))}
        </NativeSelect>
      </Labelled>
      <Switch
        style={{ marginInlineStart: '-8px' }}
        label={said.apps}
        checked={draft.apps}
        onChange={(_event, { checked }) => change((draft) => ({ ...draft, apps: checked }))}
      />
    </Section>
  )
}

function AddSomeone(props: { readonly known: readonly Someone[]; readonly add: (someone: Someone) => void }) {
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <PersonPicker {...props} close={() => setOpen(false)} />
  return (
    <Button appearance="subtle" size="small" icon={<Add16Regular />} onClick={() => setOpen(true)}>
      {said.addSomeone}
    </Button>
  )
}

const nameOf = (someone: Someone): string => (someone.kind === 'guests' ? said.guests : someone.name)
