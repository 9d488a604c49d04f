/** A simulated Microsoft with one large drive, in a process of its own. */
import { systemClock } from '../../main/kit/clock.ts'
import { serveSimulator } from '../simulator/server.ts'
import { Simulator } from '../simulator/simulator.ts'
import { given, hear, tell } from './child.ts'
import { filesIn, tokenFor } from './signed-in.ts'

const changes = 12
const simulator = new Simulator({ clock: systemClock })
const drive = simulator.driveOf()
simulator.seedMany(Number(given().items))
const { origin } = await serveSimulator(simulator)
tell('ready', { origin, token: tokenFor(simulator), driveId: drive.id })

hear((what) => {
  if (what !== 'forget') return
  drive.forgetTokens()
  const ada = simulator.person('Ada Okafor')
  for (const path of filesIn(drive).slice(-changes)) ada.edits(path)
})
