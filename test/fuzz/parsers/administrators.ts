import * as fc from 'fast-check'
import { parseClientId } from '../../../main/accounts/account.ts'
import { policyView } from '../../../main/policy/policy.ts'
import { readPolicy, readPolicyFile } from '../../../main/policy/read.ts'
import { registryPolicy } from '../../../main/policy/registry.ts'
import { defaultSettings, settingsSchema } from '../../../preload/contract/settings.ts'
import { english } from '../../words.ts'
import { oddBytes, oddText } from '../odd.ts'
import { text, type Parser } from './parser.ts'

const policySample = {
  organization: 'Lindenhof',
  clientId: '5b1f0c3e-0d2a-4c19-9a77-3e61d0a4f8c2',
  tenant: 'lindenhof.example',
  cloud: 'global',
  defaults: { theme: 'dark', quietHours: null },
  locked: { keepFor: 30, showNotices: true },
  allowedTargets: ['own-drive'],
  allowedHosts: ['.sharepoint.com'],
  updates: 'off',
}

const registrySample = [
  String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Drivebell`,
  '    Updates    REG_SZ    off',
  String.raw`    AllowedTargets    REG_MULTI_SZ    own-drive\0drive`,
  String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Drivebell\Locked`,
  '    keepFor    REG_DWORD    0x1e',
  '    quietHours    REG_SZ    null',
].join('\r\n')

/** What administrators write. */
export const administratorsParsers: readonly Parser[] = [
  {
    what: 'an administrator’s policy',
    from: 'a file',
    file: 'main/policy/read.ts',
    holds: 'each part is of its schema or left out, and what was left out is named in a line',
    property: () =>
      fc.property(oddBytes(JSON.stringify(policySample)), (bytes) => {
        const { policy, problems } = readPolicyFile(bytes)
        for (const problem of problems) text(english.say(problem).length < 200)
        text(settingsSchema.safeParse({ ...defaultSettings, ...policy.defaults, ...policy.locked }).success)
        text(policy.clientId === null || parseClientId(policy.clientId).ok)
        text(policy.updates === null || ['ask', 'off'].includes(policy.updates))
        text(policyView({ policy, problems }).managed.length <= 20)
      }),
  },
  {
    what: 'what the registry prints',
    from: 'reg query',
    file: 'main/policy/registry.ts',
    holds: 'is nothing, or a policy as a file has it',
    property: () =>
      fc.property(oddText(registrySample), (printed) => {
        const found = registryPolicy(printed)
        if (found !== null)
          text(readPolicy(found).problems.every(({ key }) => key.startsWith('policy.problem.')))
      }),
  },
]
