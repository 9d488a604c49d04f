import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { lineSchema } from '../../../main/command-line/line.ts'

test('the JSON Schema of the documents is that of what is printed', async () => {
  const schema = JSON.stringify(z.toJSONSchema(lineSchema, { io: 'input' }), undefined, 2)
  await expect(`${schema}\n`).toMatchFileSnapshot('../../../docs/command-line.schema.json')
})
