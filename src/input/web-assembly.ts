/** The part of WebAssembly that the scanner needs: the types of a browser, which hold all of it, are no types of ours. */
interface WebAssemblyParts {
  readonly Memory: new (limits: { readonly initial: number; readonly maximum: number; readonly shared: true }) => SharedMemory
  readonly Module: new (bytes: Uint8Array) => CompiledModule
  readonly Instance: new (
    module: CompiledModule,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> }
}

/** Memory that several threads and a module look into. */
export interface SharedMemory {
  readonly buffer: SharedArrayBuffer
}

export type CompiledModule = object

export const { Memory, Module, Instance } = (globalThis as unknown as { readonly WebAssembly: WebAssemblyParts }).WebAssembly
