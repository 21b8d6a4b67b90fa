/** The codes stand in the kernel because the unified audit log carries the same ones. */
export { ENTRA_ERRORS } from '../../kernel/entra-error-codes.ts'
export { ENTRA_SERVICE_ERRORS } from '../../kernel/entra-service-errors.ts'
