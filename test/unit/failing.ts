/** A file function that fails with what a disk says, as `EIO`. */
export function failing(code: string): () => never {
  return () => {
    throw Object.assign(new Error(`${code}: as injected`), { code, syscall: 'injected', errno: -1 })
  }
}
