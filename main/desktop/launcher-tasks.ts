import type { Task } from 'electron'
import type { Words } from '../../preload/words/words.ts'

const tasks = [
  ['open', 'launcher.open', ['open']],
  ['pause', 'launcher.pause', ['pause', '--for', '1h']],
  ['resume', 'launcher.resume', ['resume']],
] as const

/** What the icon in the taskbar offers: the same as the command line, which speaks to the app that runs. */
export const launcherTasks = (words: Words): Task[] =>
  tasks.map(([name, title, args]) => ({
    program: process.execPath,
    arguments: args.join(' '),
    iconPath: process.execPath,
    iconIndex: 0,
    title: words.phrase(title),
    description: name,
  }))
