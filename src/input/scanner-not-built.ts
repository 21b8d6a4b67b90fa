/** Code of what is thrown where the scanner was not built, or not built again after a change: nobody's bug, and told so. */
export const SCANNER_NOT_BUILT = 'SCANNER_NOT_BUILT'
