/** The least that reads a whole drive: fetches its delta pages one after the other and parses them. */
import { driveFeed } from '../../main/graph/delta.ts'
import { given, tell } from './child.ts'
import { Effort } from './effort.ts'

const { origin, token, driveId } = given()
const headers = { authorization: `Bearer ${token}` }

interface Page {
  readonly value: readonly unknown[]
  readonly '@odata.nextLink'?: string
}

const effort = new Effort()
let items = 0
let parseMs = 0
let url: string | undefined = `${origin}/v1.0${driveFeed(String(driveId)).start({ latest: false })}`
while (url !== undefined) {
  const reply: Response = await fetch(url, { headers })
  const text = await reply.text()
  const at = performance.now()
  const page = JSON.parse(text) as Page
  parseMs += performance.now() - at
  items += page.value.length
  url = page['@odata.nextLink']
}
tell('read', { ...effort.end(), items, parseMs })
