import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The test's own environment, but with a home and XDG folders inside `folder`, and no display. */
export async function homeIn(folder: string): Promise<NodeJS.ProcessEnv> {
  const inFolder = {
    HOME: join(folder, 'home'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_STATE_HOME: join(folder, 'state'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
  }
  for (const path of Object.values(inFolder)) await mkdir(path, { mode: 0o700 })
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...rest } = process.env
  return { ...rest, ...inFolder }
}
