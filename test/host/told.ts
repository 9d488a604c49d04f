import * as z from 'zod'

/** What the preload's world tells the main process. */
export const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invoke'), id: z.number(), channel: z.string(), args: z.string() }),
  z.object({ kind: z.literal('send'), channel: z.string(), args: z.string() }),
  z.object({ kind: z.literal('focus'), focused: z.boolean() }),
  z.object({ kind: z.literal('visible'), visible: z.boolean() }),
  z.object({ kind: z.literal('reload-keys') }),
  z.object({ kind: z.literal('resized'), width: z.number(), height: z.number() }),
  z.object({
    kind: z.literal('context-menu'),
    x: z.number(),
    y: z.number(),
    isEditable: z.boolean(),
    selectionText: z.string(),
    editFlags: z.object({
      canCut: z.boolean(),
      canCopy: z.boolean(),
      canPaste: z.boolean(),
      canSelectAll: z.boolean(),
    }),
  }),
  z.object({ kind: z.literal('menu-chosen'), index: z.nullable(z.number()) }),
  z.object({ kind: z.literal('title'), title: z.string() }),
  z.object({ kind: z.literal('preload-failed'), message: z.string() }),
])
export type Told = z.infer<typeof Told>

/** What the main process tells the preload's world. */
export type Heard =
  | { kind: 'message'; channel: string; args: string }
  | { kind: 'result'; id: number; value: string }
  | { kind: 'failure'; id: number; message: string }
  | { kind: 'menu'; x: number; y: number; items: readonly { label: string; enabled: boolean }[] }
