import { expect, test } from 'vitest'
import { passwordFault } from './password-rule.ts'

test.each([
  ['short-one', 'wang'],
  ['123456789012', 'wang'],
  ['aaaaaaaaaaaaaaaa', 'wang'],
  ['abcdefghijklmnop', 'wang'],
  ['Wang.1234.qwe!!', 'wang'],
  ['Password@2026', 'wang'],
  ['Cq@202412345', 'wang'],
  ['ricebowl-2021', 'wang'],
])('%s is refused', (password, signIn) => {
  expect(passwordFault(password, signIn)).toMatchObject({ zh: expect.any(String), en: expect.any(String) })
})

test.each([
  '稻田里的小鸭子会游泳吗不会',
  'correct horse battery staple',
  'Xk7!mvQp2#tz',
  'chongqing noodles at midnight',
])('%s is taken', (password) => {
  expect(passwordFault(password, 'wang')).toBeUndefined()
})
