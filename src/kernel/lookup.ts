/** The entry of that name, never one that the object inherits: keys come from logs (`__proto__`, `constructor`). */
export const lookup = <Value>(table: Readonly<Record<string, Value>>, key: string | undefined): Value | undefined =>
  key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined
