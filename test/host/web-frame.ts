import type { WebFrameMain } from 'electron'
import { throwOnUnknown } from './honest.ts'
import { originOf } from './origins.ts'

type Slice = Pick<WebFrameMain, 'origin' | 'url' | 'frameToken' | 'parent' | 'name'>

/**
 * The page's main frame (shell/browser/api/electron_api_web_frame_main.cc): here the only one that has a preload, so the
 * only one that IPC comes from.
 */
export class HostFrame implements Slice {
  readonly parent = null
  readonly name = ''
  readonly frameToken: string
  url = ''

  constructor(frameToken: string) {
    this.frameToken = frameToken
  }

  get origin(): string {
    return this.url === '' ? '' : originOf(this.url)
  }

  static {
    throwOnUnknown(this, 'WebFrameMain')
  }
}
