import { describe, expect, test } from 'vitest'
import { learnAnswers } from '../../../src/pipeline/web-lessons/learn.ts'
import { examplePaths } from '../../../src/pipeline/web-lessons/example-paths.ts'
import type { WebRequest } from '../../../src/pipeline/web-lessons/request.ts'
import { remarksOn } from '../../../src/pipeline/web-lessons/remarks.ts'

/** What a visitor asks for, a few seconds apart: `POST /login 302 taro`. */
type Steps = readonly string[]

const START_US = Date.UTC(2026, 2, 2) * 1000
const STEP_US = 5e6

const visit = (client: string, steps: Steps, start = START_US, host = ''): readonly WebRequest[] =>
  steps.map((step, at) => {
    const [method = '', path = '', status = '', account] = step.split(' ')
    return { time: start + at * STEP_US, client, host, method, path, status, account }
  })

/** So many visitors who do the same. */
const crowd = (name: string, count: number, steps: Steps, host = ''): readonly WebRequest[] =>
  Array.from({ length: count }, (_, at) => visit(`${name}${at}`, steps, START_US + at * 6e7, host)).flat()

const NO_PATHS = { logins: {}, acts: {} }
const learn = (...crowds: readonly (readonly WebRequest[])[]) => learnAnswers([crowds.flat()], NO_PATHS)

const IN: Steps = ['GET /login 200', 'POST /login 302', 'GET /mypage 200', 'GET /mypage/orders 200']
const OUT: Steps = ['GET /login 200', 'POST /login 200', 'POST /login 200', 'GET / 200']
const PUBLIC: Steps = ['GET / 200', 'GET /items/1 200', 'GET /login 200']

describe('what answers of a login mean is learnt where its clients leave no doubt', () => {
  test('who is let in goes on to members’ pages, who is refused tries again', () => {
    const { learnt, answers, open } = learn(crowd('in', 60, IN), crowd('out', 30, OUT), crowd('guest', 100, PUBLIC))
    expect(learnt).toEqual({ '/login': { '200': 'failure', '302': 'success' } })
    expect(answers).toEqual([
      { path: '/login', status: '302', outcome: 'success', followed: 60, wentIn: 60, triedAgain: 0 },
      { path: '/login', status: '200', outcome: 'failure', followed: 60, wentIn: 0, triedAgain: 30 },
    ])
    expect(open).toEqual([])
  })

  test('also the other way round: a page for success, a way back for failure', () => {
    const { learnt } = learn(
      crowd('in', 60, ['POST /login 200', 'GET /account/orders 200']),
      crowd('out', 30, ['POST /login 303', 'GET /login 200', 'POST /login 303', 'GET /login 200']),
    )
    expect(learnt).toEqual({ '/login': { '200': 'success', '303': 'failure' } })
  })

  test('pages without a telling name count where others hardly see them', () => {
    const landing = ['POST /login 302', 'GET /welcome 200']
    expect(learn(crowd('in', 60, landing), crowd('out', 30, OUT)).learnt['/login']).toEqual({ '200': 'failure', '302': 'success' })
    expect(learn(crowd('in', 60, landing), crowd('out', 30, OUT), crowd('guest', 30, ['GET /welcome 200'])).learnt).toEqual({})
  })

  test('a page beside which the site names the member is a member’s', () => {
    const named = ['POST /login 302 taro', 'GET /welcome 200 taro']
    expect(learn(crowd('in', 60, named), crowd('out', 30, OUT), crowd('guest', 30, ['GET /welcome 200'])).learnt).not.toEqual({})
  })

  test('an answer that says by itself that it refuses stands for the other side', () => {
    const { learnt } = learn(
      crowd('in', 60, ['POST /login 200', 'GET /mypage 200']),
      crowd('out', 30, ['POST /login 401', 'POST /login 401']),
    )
    expect(learnt).toEqual({ '/login': { '200': 'success' } })
  })
})

describe('otherwise nothing is guessed', () => {
  test.each([
    [
      'a form that redirects whatever was typed',
      [crowd('in', 60, IN), crowd('out', 30, ['POST /login 302', 'GET /login 200', 'POST /login 302', 'GET /login 200'])],
    ],
    [
      'such a form that also shows some mistakes at once',
      [crowd('in', 60, IN), crowd('out', 10, ['POST /login 302', 'GET /login 200']), crowd('typo', 30, OUT)],
    ],
    ['only successes', [crowd('in', 60, IN), crowd('guest', 30, PUBLIC)]],
    ['only failures', [crowd('out', 60, OUT)]],
    ['too few of either side', [crowd('in', 60, IN), crowd('out', 19, OUT)]],
    [
      'a program that tries all night is one client',
      [
        crowd('in', 60, IN),
        visit(
          'robot',
          Array.from({ length: 500 }, () => 'POST /login 200'),
        ),
      ],
    ],
    [
      'a password on a second page, which a redirect leads to',
      [
        crowd('in', 60, ['POST /login 302', 'GET /login/password 200', 'POST /login/password 302', 'GET /mypage 200']),
        crowd('typo', 30, OUT),
      ],
    ],
    [
      'a code that is asked for after the password',
      [crowd('in', 60, ['POST /login 302', 'GET /otp 200', 'POST /otp 302', 'GET /mypage 200']), crowd('out', 30, OUT)],
    ],
    [
      'members’ pages that those who were refused see as well',
      [crowd('in', 60, IN), crowd('out', 30, ['POST /login 200', 'GET /mypage 200', 'POST /login 200']), crowd('two', 30, OUT)],
    ],
    ['requests hours later', [crowd('in', 60, IN).filter(({ method }) => method === 'POST'), crowd('out', 30, OUT)]],
  ])('%s', (_name, crowds) => {
    expect(learn(...crowds).learnt).toEqual({})
  })

  test('of several members behind one address each one’s requests are their own', () => {
    const shared = ['POST /login 302 taro', 'POST /login 302 hanako', 'GET /mypage 200 taro', 'GET /mypage 200 hanako']
    expect(learn(crowd('home', 60, shared), crowd('out', 30, OUT)).learnt['/login']?.['302']).toBe('success')
  })

  test('hosts that answer differently at one path', () => {
    const shop = [crowd('in', 300, IN, 'shop.example.com'), crowd('out', 60, OUT, 'shop.example.com')]
    const office = crowd('office', 15, ['POST /login 302', 'GET /login 200', 'POST /login 302', 'GET /mypage 200'], 'office.example.com')
    expect(learn(...shop).learnt).not.toEqual({})
    expect(learn(...shop, office).learnt).toEqual({})
  })

  test('what the user said about a login is not looked for', () => {
    const crowds = [crowd('in', 60, IN), crowd('out', 30, OUT)].flat()
    const own = { logins: { '/login': { kind: 'form', answers: { '302': 'info' } } }, acts: {} } as const
    expect(learnAnswers([crowds], own)).toEqual({ learnt: {}, answers: [], open: [] })
  })

  test('logins of other paths are learnt by themselves', () => {
    const { learnt } = learn(crowd('in', 60, IN), crowd('out', 30, OUT), crowd('admin', 5, ['POST /admin/login 302', 'GET /admin 200']))
    expect(Object.keys(learnt)).toEqual(['/login'])
  })
})

test('the same in any order of the inputs, and for exports that begin with the newest', () => {
  const parts = [crowd('in', 60, IN), crowd('out', 30, OUT), crowd('guest', 50, PUBLIC)]
  const expected = learnAnswers(parts, NO_PATHS)
  expect(learnAnswers(parts.toReversed(), NO_PATHS)).toEqual(expected)
  // All within the same seconds, so that the order of the file alone says what came first.
  const rounded = parts.map((part) => part.map((one) => ({ ...one, time: Math.floor(one.time / 6e7) * 6e7 })))
  expect(
    learnAnswers(
      rounded.map((part) => part.toReversed()),
      NO_PATHS,
    ),
  ).toEqual(learnAnswers(rounded, NO_PATHS))
})

describe('a login that stays open is asked about', () => {
  const openOf = (...crowds: readonly (readonly WebRequest[])[]) => learn(...crowds)
  test('with a file for its own path and answers', () => {
    const lessons = openOf(crowd('in', 25, ['POST /shop/login 302']), crowd('out', 10, ['POST /shop/login 200']))
    expect(lessons.open).toMatchObject([{ path: '/shop/login', statuses: ['302', '200'] }])
    expect(lessons.open.map(examplePaths)).toEqual([['ashiato: paths/1', 'logins:', '  /shop/login: { success: [302], failure: [200] }']])
    expect(remarksOn(lessons).map(({ id }) => id)).toEqual(['login-open'])
  })
  test('without one where the status cannot tell', () => {
    const lessons = openOf(crowd('in', 25, IN), crowd('out', 25, ['POST /login 302', 'GET /login 200']))
    expect(lessons.open.map(examplePaths)).toEqual([undefined])
    expect(remarksOn(lessons).map(({ id }) => id)).toEqual(['login-open-alike'])
  })
  test('a path with signs of YAML stands in quotes', () => {
    const lessons = openOf(crowd('in', 25, ['POST /a:{b/login 302']), crowd('out', 10, ['POST /a:{b/login 200']))
    expect(examplePaths(lessons.open[0] ?? { path: '', statuses: [], mixed: [], hasRefusals: false })?.[2]).toBe(
      '  "/a:{b/login": { success: [302], failure: [200] }',
    )
  })
})
