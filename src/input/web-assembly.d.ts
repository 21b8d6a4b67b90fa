/** The part of WebAssembly that the scanner needs: the types of a browser, which hold all of it, are no types of ours. */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: SharedArrayBuffer
  }
  interface Instance {
    readonly exports: Readonly<Record<string, unknown>>
  }
  type Module = object
  const Memory: new (limits: { readonly initial: number; readonly maximum: number; readonly shared: true }) => Memory
  const Module: new (bytes: Uint8Array) => Module
  const Instance: new (module: Module, imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>) => Instance
}
