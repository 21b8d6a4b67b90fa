import type { Messages } from '../../model/finding.ts'

export const inputMessages: Messages = {}
