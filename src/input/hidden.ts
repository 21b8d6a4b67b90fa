/** `.` and `..` lead somewhere and hide nothing. */
export const isHidden = (name: string): boolean => name.startsWith('.') && name !== '.' && name !== '..'

// macOS puts a hidden twin of every file into this folder of a zip.
export const isHiddenMember = (name: string): boolean => name.split('/').some((part) => isHidden(part) || part === '__MACOSX')
