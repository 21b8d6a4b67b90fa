/** The code of an error of the file system or of Node (`ENOENT`); undefined of any other. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
