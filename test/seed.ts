import * as fc from 'fast-check'

// One seed, so that a change is judged by what it changed; `npm run fuzz` draws a new one each time.
fc.configureGlobal({ seed: Number(process.env['DRIVEBELL_SEED'] ?? 5_119) })
