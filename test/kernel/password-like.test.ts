import { expect, it } from 'vitest'
import { isPasswordLike } from '../../src/kernel/password-like.ts'

it.each(['Sakura-2026!', 'kitsune#udon77', 'P@ssw0rd1', 'Tr0ub4dor&3', 'correct!horse', 'Summer2026'])('%s may be a password', (text) => {
  expect(isPasswordLike(text)).toBe(true)
})

it.each([
  'taro.yamada',
  'Taro.Yamada1@example.jp',
  'EXAMPLE\\Taro.Yamada1',
  'M100234',
  '09012345678',
  'hanako',
  'Ab1!',
  'TARO_YAMADA',
  '山田太郎です山田太郎',
  'Taro Yamada 1',
])('%s is a name', (text) => {
  expect(isPasswordLike(text)).toBe(false)
})
