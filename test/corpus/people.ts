import { ada, bo, old, type Thing } from './entry.ts'
import {
  budget,
  edited,
  made,
  one,
  plans,
  says,
  shares,
  sub,
  touched,
  type Transition,
} from './transitions.ts'

const Bo = 'Bo Lindqvist'
const Ada = 'Ada Okafor'
const fresh: Thing = made({ key: 'new', name: 'new.txt', in: 'plans' })

/** Sharing, malware and the people and apps behind changes. */
export const sharingAndPeople: readonly Transition[] = [
  {
    title: 'shared with named people',
    source: 'protocol.md 2.6 shared gained',
    set: [{ ...budget, version: 2, more: shares('users') }],
    says: [says('shared', 'budget.xlsx', Bo, 'Plans', { scope: 'users' })],
  },
  {
    title: 'shared by a link for anyone',
    source: 'protocol.md 2.7 shared: scope anonymous',
    set: [{ ...budget, version: 2, more: shares('anonymous') }],
    says: [says('shared', 'budget.xlsx', Bo, 'Plans', { scope: 'anonymous' })],
  },
  {
    title: 'a folder shared with the organization, its file carries it',
    source: 'protocol.md 2.1 sharing is merely inherited',
    set: [
      { ...sub, version: 2, more: shares('organization') },
      { ...one, version: 1, more: shares('organization') },
    ],
    says: [says('shared', 'Sub', Bo, 'Plans', { scope: 'organization' })],
  },
  {
    title: 'a new file in a shared folder',
    source: 'protocol.md 2.1 that is not a sharing event',
    known: [{ ...plans, more: shares('users') }],
    set: [
      { ...plans, more: shares('users') },
      { ...fresh, more: shares('users') },
    ],
    says: [says('added', 'new.txt', Ada)],
  },
  {
    title: 'not shared any more',
    source: 'protocol.md 2.6 shared lost',
    known: [plans, { ...budget, more: shares('users') }],
    set: [touched(budget, { saved: old })],
    says: [says('unshared', 'budget.xlsx', null)],
  },
  {
    title: 'not shared any more, by an empty facet',
    source: 'protocol.md 2.1 an empty shared marks "sharing removed"',
    known: [plans, { ...budget, more: shares('users') }],
    set: [touched(budget, { saved: old, more: { shared: {} } })],
    says: [says('unshared', 'budget.xlsx', null)],
  },
  {
    title: 'shared with others than before',
    source: 'protocol.md 2.6 shared changed',
    known: [plans, { ...budget, more: shares('users', '2026-01-01T00:00:00Z') }],
    set: [{ ...budget, version: 2, more: shares('anonymous') }],
    says: [says('sharing-changed', 'budget.xlsx', Bo, 'Plans', { scope: 'anonymous' })],
  },
  {
    title: 'flagged as malware',
    source: 'protocol.md 2.6 malware newly present',
    set: [touched(budget, { more: { malware: { description: 'x' } } })],
    says: [says('malware', 'budget.xlsx', null)],
  },
  {
    title: 'malware known already',
    source: 'protocol.md 2.6 malware newly present',
    earlier: [[touched(budget, { more: { malware: {} } })]],
    set: [touched(budget, { version: 3, more: { malware: {} } })],
  },
  {
    title: 'an app did it',
    source: 'protocol.md 2.6 identitySet: application',
    set: [{ ...edited(budget), by: { application: { id: 'robot', displayName: 'Contract Robot' } } }],
    says: [says('edited', 'budget.xlsx', 'Contract Robot')],
  },
  {
    title: 'a person by an app: the person',
    source: 'protocol.md 2.6 identitySet: user, application',
    set: [{ ...edited(budget), by: { application: { displayName: 'Flow' }, ...bo } }],
    says: [says('edited', 'budget.xlsx', Bo)],
  },
  {
    title: 'a device did it',
    source: 'protocol.md 2.6 identitySet: device',
    set: [{ ...edited(budget), by: { device: { id: 'd', displayName: 'Scanner 2' } } }],
    says: [says('edited', 'budget.xlsx', 'Scanner 2')],
  },
  {
    title: 'a group did it',
    source: 'protocol.md 2.6 identitySet: group',
    set: [{ ...edited(budget), by: { group: { displayName: 'Site Members' } } }],
    says: [says('edited', 'budget.xlsx', 'Site Members')],
  },
  {
    title: 'a guest without id',
    source: 'protocol.md 2.6 id can be missing',
    set: [{ ...edited(budget), by: { user: { displayName: 'Guest', email: 'guest@x.example' } } }],
    says: [says('edited', 'budget.xlsx', 'Guest')],
  },
  {
    title: 'known by address only',
    source: 'protocol.md 2.6 email is undocumented but common',
    set: [{ ...edited(budget), by: { user: { email: 'guest@x.example' } } }],
    says: [says('edited', 'budget.xlsx', 'guest@x.example')],
  },
  {
    title: 'nobody named',
    source: 'protocol.md 2.5 code for absence of lastModifiedBy',
    set: [{ ...edited(budget), by: null, madeBy: null }],
    says: [says('edited', 'budget.xlsx', null)],
  },
  {
    title: 'made by somebody, saved by another',
    source: 'protocol.md 2.6 who',
    set: [{ ...fresh, madeBy: ada, by: bo }],
    says: [says('added', 'new.txt', Ada)],
  },
]
