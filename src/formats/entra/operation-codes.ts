/** The operations stand in the kernel because the unified audit log carries the same ones. */
export { DIRECTORY_OPERATIONS } from '../entra-directory-table.ts'
