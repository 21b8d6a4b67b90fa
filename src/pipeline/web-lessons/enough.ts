import type { WebRequest } from './request.ts'

/** Behind two answers of one login so many clients have gone on: twice what weighing asks for. */
const ENOUGH_CLIENTS = 40

/** Tells when enough attempts were seen to weigh the answers of a login by. */
export const createEnough = () => {
  /** By client, the answer that came last and nothing has followed yet. */
  const pending = new Map<string, string>()
  const clients = new Map<string, Set<string>>()
  /** By path, answers behind which enough have gone on. */
  const answered = new Map<string, number>()
  let isEnough = false
  const follow = ({ client }: WebRequest, answer: string): void => {
    const known = clients.get(answer) ?? new Set()
    clients.set(answer, known.add(client))
    pending.delete(client)
    if (known.size !== ENOUGH_CLIENTS) return
    const login = answer.slice(0, answer.lastIndexOf(' '))
    answered.set(login, (answered.get(login) ?? 0) + 1)
    isEnough ||= (answered.get(login) ?? 0) > 1
  }
  return {
    see: (request: WebRequest, isAttempt: boolean): void => {
      const before = pending.get(request.client)
      if (before !== undefined) follow(request, before)
      if (isAttempt) pending.set(request.client, `${request.path} ${request.status}`)
    },
    isEnough: (): boolean => isEnough,
  }
}
