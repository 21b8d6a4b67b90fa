/**
 * Node's hashes and random bytes. Imported by name, the module would make everything that it exports, Web Crypto among it, in every start.
 */
export const { createHash, createHmac, randomBytes } = process.getBuiltinModule('node:crypto')
