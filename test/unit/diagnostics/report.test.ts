import { homedir } from 'node:os'
import { expect, test } from 'vitest'
import type { Diagnostics } from '../../../preload/contract/diagnostics.ts'
import { reportOf } from '../../../main/diagnostics/report.ts'
import { leaksIn } from '../../leaks.ts'
import { busy } from '../../window/sample-states.ts'

const endpoint = 'https://westeurope1-1.pushnp.svc.ms/notifications?token=eyJ0eXAiOiJKV1QifQ.c2VjcmV0.c2ln'
const diagnostics: Diagnostics = {
  runningSince: Date.parse('2026-11-19T08:00:00Z'),
  usage: { processor: 0.0312, memoryBytes: 142_000_000, wakeUpsPerSecond: 1.4, overMs: 3_600_000 },
  asked: { requests: 38, refused: 0 },
  database: { bytes: 1_900_000, isKept: true },
  found: [{ what: 'proxy', isWell: true, says: { key: 'diagnostics.found.proxy.none' } }],
  links: [
    {
      subscriptionId: 'sub-2',
      liveSince: Date.parse('2026-11-19T08:40:00Z'),
      endsAt: null,
      trouble: '400 notSupported',
      events: [{ at: Date.parse('2026-11-19T08:40:00Z'), what: 'waiting: 400 notSupported' }],
    },
  ],
  log: [
    `link state=live url=${endpoint}`,
    'graph GET https://graph.microsoft.com/v1.0/drives/b!AbCdEfGhIjKlMnOpQrStUvWx/root/delta(token=c2VjcmV0)',
    'mail of grace@lindenhof.example, Grace Kimani, and of ada.okafor@lindenhof.example',
    'Bearer c2VjcmV0LXRva2Vu',
    'clientState=a-very-secret-state',
    `not found ${homedir()}/.config/drivebell/history.db`,
    'id 5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2 of drive Finance at https://lindenhof.sharepoint.com/sites/finance',
    'Ada Okafor was named',
  ],
}

const report = reportOf({
  state: busy,
  diagnostics,
  checkUp: {
    checks: [{ name: 'network', verdict: 'passed', says: { key: 'doctor.passed.network' } }],
    first: null,
  },
  names: ['Ada Okafor'],
  at: Date.parse('2026-11-19T10:42:00Z'),
})

test('a report says what is technical', () => {
  for (const line of [
    'drivebell 0.1.0',
    'processor 0.031 %, memory 142.0 MB, wake-ups 1.40/s',
    'check network passed doctor.passed.network',
    'trouble 400 notSupported',
    '2026-11-19T08:40:00.000Z waiting: 400 notSupported',
    'graph GET graph.microsoft.com',
  ])
    expect(report).toContain(line)
})

test('and no secret, name, address or id', () => {
  const secrets = [
    'c2VjcmV0',
    'a-very-secret-state',
    'lindenhof',
    'seabright',
    'Grace Kimani',
    'Ada Okafor',
    'Finance',
    'Board minutes',
    'Lecture notes',
    'b!AbCd',
    '5b1f0c3e',
    homedir(),
  ]
  expect(leaksIn('the report', Buffer.from(report), secrets)).toEqual([])
  expect(secrets.filter((secret) => report.toLowerCase().includes(secret.toLowerCase()))).toEqual([])
})
