/** The codes stand in the kernel because the unified audit log carries the same ones. */
export { ENTRA_ERRORS } from '../entra-error-codes.ts'
export { ENTRA_SERVICE_ERRORS } from '../entra-service-errors.ts'
