import { readdirSync, readFileSync } from 'node:fs'

/** What a process and its children have used up so far, and what they hold now; from /proc. */
export interface Usage {
  readonly cpuMs: number
  readonly contextSwitches: number
  readonly pssBytes: number
  readonly processes: number
}

/** Adds up a process and everything it started. */
export function usageOf(pid: number): Usage {
  const tree = treeOf(pid)
  const tasks = tree.flatMap((each) =>
    names(`/proc/${each}/task`).map((task) => `/proc/${each}/task/${task}`),
  )
  return {
    cpuMs: sum(tasks, (task) => Number(read(`${task}/schedstat`).split(' ')[0]) / 1e6),
    contextSwitches: sum(tasks, switchesOf),
    pssBytes: sum(tree, (each) => kilobytes(read(`/proc/${each}/smaps_rollup`), 'Pss') * 1024),
    processes: tree.length,
  }
}

/** The most memory this process ever held since `forgetPeak`. */
export function peakBytes(): number {
  return kilobytes(read('/proc/self/status'), 'VmHWM') * 1024
}

function treeOf(root: number): readonly number[] {
  const parents = names('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const)
  const tree = [root]
  for (const pid of tree) tree.push(...parents.filter(([, parent]) => parent === pid).map(([child]) => child))
  return tree
}

/** The name in parentheses may hold blanks; the parent is the second field behind it. */
function parentOf(pid: string): number {
  return Number(/\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1])
}

function switchesOf(task: string): number {
  const counts = read(`${task}/status`).matchAll(/^(?:non)?voluntary_ctxt_switches:\s+(\d+)/gm)
  return sum([...counts], ([, count]) => Number(count))
}

const kilobytes = (text: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)

const sum = <T>(all: readonly T[], value: (each: T) => number): number =>
  all.reduce((total, each) => total + value(each), 0)

/** A process or thread may end while it is looked at. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
