import { isDeepStrictEqual } from 'node:util'
import { noFilter } from '../../../preload/contract/activity.ts'
import type { Handlers } from '../../../preload/contract/commands.ts'
import { writeExport } from '../../activity/export-file.ts'
import { exportRows } from '../../activity/export.ts'
import { burstLine, burstRow, historyRow } from '../../activity/history-rows.ts'
import { shown } from '../../../preload/words/names.ts'
import { around } from '../window/app-state.ts'
import { done, opened, type CommandDeps, refused } from './answers.ts'

type Commands = Pick<
  Handlers,
  | 'history'
  | 'people'
  | 'burst'
  | 'markAllSeen'
  | 'markDriveSeen'
  | 'markSeen'
  | 'openChange'
  | 'copyLink'
  | 'deleteHistory'
  | 'exportHistory'
>

type Needed = Pick<
  CommandDeps,
  | 'history'
  | 'rules'
  | 'words'
  | 'open'
  | 'copy'
  | 'clock'
  | 'chooseFile'
  | 'separator'
  | 'removeOldHistories'
> & {
  readonly accounts: Pick<CommandDeps['accounts'], 'list'>
}

const rowsPerPage = 60
const linesAtOnce = 50
const notKept = { key: 'refusal.change-not-kept' } as const

/** Reading the kept changes, and what can be done with them. */
export function activityHandlers(deps: Needed): Commands {
  const { history, words, open, copy, clock, chooseFile } = deps
  return {
    async history({ filter, before }) {
      const page = history.page(filter, before, rowsPerPage)
      const aroundOf = around(deps)
      const rows = page.changes.map((change) => {
        const burst = change.burst === null ? undefined : page.bursts.get(change.burst)
        return burst ? burstRow(change, burst, aroundOf(change)) : historyRow(change, aroundOf(change))
      })
      const away = history.digests(filter, before, page)
      const isAll = before === null && page.next === null && page.bursts.size === 0
      const matches = isAll ? rows.length : history.matches(filter)
      return { rows, away, next: page.next, matches }
    },
    people: async ({ text }) =>
      history
        .people(text)
        .map((person) => ({ ...person, name: shown(person.name || words().phrase('person.someone')) })),
    async burst({ burstId, after }) {
      const { changes, total } = history.burst(burstId, after, linesAtOnce)
      const aroundOf = around(deps)
      return { lines: changes.map((change) => burstLine(change, aroundOf(change))), total }
    },
    async markAllSeen() {
      history.markAllSeen()
      return done
    },
    async markDriveSeen({ subscriptionId }) {
      history.markSubscriptionSeen(subscriptionId)
      return done
    },
    async markSeen({ changeId }) {
      history.markSeen(changeId)
      return done
    },
    async openChange({ changeId, what }) {
      const change = history.find(changeId)
      if (!change) return refused(notKept)
      const item = change.kind === 'deleted' ? null : change.webUrl
      const how = await open(what === 'item' ? (item ?? change.folderUrl) : change.folderUrl)
      if (how === 'opened') history.markSeen(changeId)
      return opened(how)
    },
    async copyLink({ changeId }) {
      const url = history.find(changeId)?.webUrl ?? null
      if (url === null) return refused({ key: 'refusal.no-address' })
      return (await copy(url)) ? done : refused({ key: 'refusal.clipboard' })
    },
    async deleteHistory({ filter }) {
      const isDeleted = await history.deleteMatching(filter)
      if (isDeepStrictEqual(filter, noFilter)) deps.removeOldHistories()
      return isDeleted ? done : refused({ key: 'refusal.disk-full' })
    },
    async exportHistory({ filter, as }) {
      const day = new Date(clock.now()).toLocaleDateString('sv-SE') // like 2026-11-19
      const file = await chooseFile(`Drivebell ${day}`, as)
      if (file === null) return { ok: true, written: null }
      const rows = exportRows(history.rows(filter), around(deps))
      const written = await writeExport(file, rows, as, {
        words: words(),
        separator: deps.separator(),
      })
      if (written.ok) return { ok: true, written: file }
      return refused(written.error)
    },
  }
}
