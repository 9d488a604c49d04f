import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

// What most starts show: fetched while React starts, not after the first state came.
void import('./activity/activity.tsx')

const root = document.getElementById('root')
if (root) createRoot(root).render(<App bridge={window.drivebell} />)
