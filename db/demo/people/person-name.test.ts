import { expect, test } from 'vitest'
import { Randomness } from '../randomness.ts'
import { inventName, nameOf } from './person-name.ts'

test.each([
  ['单', '雄信', 'shan xiong xin', 'sxx'],
  ['曾', '志强', 'zeng zhi qiang', 'zzq'],
  ['解', '建国', 'xie jian guo', 'xjg'],
  ['尉迟', '敏', 'yu chi min', 'ycm'],
  ['欧阳', '春梅', 'ou yang chun mei', 'oycm'],
  ['吕', '女', 'lv nv', 'ln'],
])('%s%s is read %s', (surname, given, pinyin, initials) => {
  expect(nameOf(surname, given)).toMatchObject({ name: surname + given, pinyin, initials })
})
test('pairs of neighbours are found across a dot and beyond the basic plane', () => {
  expect(nameOf('', '古丽·买买提').grams).toContain('丽买')
  expect(nameOf('李', '𬭎').grams).toEqual(['李', '李𬭎', '𬭎'])
})
test('children carry the surname they are given, the same chance gives the same name', () => {
  const invent = () =>
    inventName(new Randomness(7, 'name'), { male: true, birthYear: 2001, ethnic: '15', surname: '冉' })
  expect(invent().surname).toBe('冉')
  expect(invent()).toEqual(invent())
})
