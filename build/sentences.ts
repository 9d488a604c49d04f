import { parseSync } from 'vite'

/** What a file of the code holds: texts a person may read, and texts that may name a message. */
export interface FileTexts {
  readonly sentences: readonly { readonly text: string; readonly line: number }[]
  /** Each text as a pattern; what a template puts in stands for one step of a key, or a part of it. */
  readonly named: readonly RegExp[]
  /** What can be put in: texts, those of types included, names of properties, and the steps of keys. */
  readonly putIn: ReadonlySet<string>
}

interface Node {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}

/** Reads one file. A sentence: two words of letters or more, with a capital first or a stop last. */
export function textsOf(file: string, source: string): FileTexts {
  const sentences: { text: string; line: number }[] = []
  const named: RegExp[] = []
  const putIn = new Set<string>()
  const read = (text: string, start: number, isShown: boolean) => {
    if (isShown && isSentence(text)) sentences.push({ text, line: source.slice(0, start).split('\n').length })
  }
  const collect = (node: Node): void => {
    for (const word of putInBy(node)) putIn.add(word)
    for (const child of Object.values(node))
      for (const each of [child].flat()) if (isNode(each)) collect(each)
  }
  const visit = (node: Node, isShown: boolean): void => {
    if (node.type === 'Literal' && typeof node['value'] === 'string') {
      read(node['value'], node.start, isShown)
      named.push(patternOf([node['value']]))
    }
    if (node.type === 'JSXText') read(String(node['value']), node.start, isShown)
    if (node.type === 'TemplateLiteral') {
      const parts = (node['quasis'] as readonly { value: { cooked: string | null } }[]).map(
        ({ value }) => value.cooked ?? '',
      )
      read(parts.join('0'), node.start, isShown)
      if (parts[0] !== '') named.push(patternOf(parts)) // what is put in does not name one alone
    }
    for (const [name, child] of Object.entries(node)) {
      if (isUnseen(node, name)) continue
      for (const each of [child].flat()) if (isNode(each)) visit(each, isShown && !isForUs(node))
    }
  }
  const program = parseSync(file, source).program as unknown as Node
  visit(program, true)
  collect(program)
  return { sentences, named, putIn }
}

function putInBy(node: Node): readonly string[] {
  if (node.type === 'Literal') return [String(node['value'])]
  if (node.type === 'TemplateElement') {
    const { cooked } = node['value'] as { cooked: string | null }
    return (cooked ?? '').split('.')
  }
  const isProperty = node.type === 'Property' || node.type === 'TSPropertySignature'
  return isProperty && !node['computed'] ? [nameOf(node['key'])] : []
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** SQL, rules of styles, headers: what a machine reads. */
const isCode = /[{};=<>]|\/\/|^[A-Z]{2,} |-src '|\w\+\w/u

function isSentence(text: string): boolean {
  const whole = text.trim()
  const hasWords = /\p{L}[\p{L}’']*[,:;]? \p{L}/u.test(whole)
  return hasWords && (/^\p{Lu}/u.test(whole) || /[.!?…:]$/u.test(whole)) && !isCode.test(whole)
}

/** Types, names of modules, and classes of styles are read by no person. */
function isUnseen(node: Node, field: string): boolean {
  if (node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)/u.test(node.type)) return true
  if (/^(Import|Export(All|Named))/u.test(node.type) && field === 'source') return true
  return node.type === 'Property' && field === 'key'
}

/** Errors and lines of the log are for us. */
function isForUs(node: Node): boolean {
  if (node.type === 'NewExpression') return nameOf(node['callee']).endsWith('Error')
  if (node.type !== 'CallExpression') return false
  return /^(log|makeStyles|makeResetStyles)$|\b(log|process\.std(out|err))\./iu.test(nameOf(node['callee']))
}

function nameOf(callee: unknown): string {
  if (!isNode(callee)) return ''
  if (callee.type === 'Identifier') return String(callee['name'])
  if (callee.type === 'PrivateIdentifier') return String(callee['name'])
  if (callee.type !== 'MemberExpression') return ''
  return `${nameOf(callee['object'])}.${nameOf(callee['property'])}`
}

/** A message's key, with one step for whatever is put in. */
const patternOf = (parts: readonly string[]): RegExp =>
  new RegExp(
    `^${parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`)).join('([a-z0-9-]+)')}$`,
    'u',
  )
