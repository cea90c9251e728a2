import type { Words } from '../base/fail.ts'

/** Why a row was not taken, or what is told of it, beyond what reading it found. A check's finding is told by its own sentence. */
export const importFaults = {
  'lists.row.twice': {
    zh: '与本文件前面的一行逐字相同，只取一次。删去其中一行即可。',
    en: 'Word for word the same as an earlier row of this file; it is taken once. Delete one of the two.',
  },
  'lists.row.leftOut': {
    zh: '经办人决定不导入这一行。',
    en: 'An officer decided to leave this row out.',
  },
  'lists.row.long': {
    zh: '这一行文字过长，不像清单的一行。请检查是否有整段文字误粘进单元格。',
    en: 'This row holds more text than a row of a list can. See whether a whole text was pasted into a cell.',
  },
  'lists.row.contradicts': {
    zh: '这一行与台账已有记录不能同时为真（例如时间重叠）。请打开档案对照后改正。',
    en: 'This row cannot be true beside what the ledger has (spells that overlap, for one). Open the file, compare, and correct it.',
  },
  'lists.row.undecided': {
    zh: '有多份档案可能是这一行的人，或须经办人确认。请在“待确认”中选定，或补上证件号码后再导入。',
    en: 'More than one file may be meant, or an officer must confirm. Choose in the review queue, or add the identity number and import again.',
  },
  'lists.identity.elsewhere': {
    zh: '这个证件号码已登记在本岗位范围以外的档案中。请核对号码；确属本人的，请与其户籍所在区县办理迁移，不要另建档案。',
    en: 'A file outside this post’s area holds this identity number. Check the number; if it is right, ask that county to hand the file over instead of opening a second.',
  },
  'lists.identity.taken': {
    zh: '这个证件号码刚刚由另一份档案登记。请核对号码后再导入这一行。',
    en: 'Another file has just registered this identity number. Check it and import this row again.',
  },
  'lists.person.absent': {
    zh: '台账里没有这个人，而这种清单不建新档案。请核对证件号码，或先由人员名单建档。',
    en: 'The ledger has no such person, and this kind of list opens no files. Check the identity number, or open the file by a list of people first.',
  },
  'lists.person.gone': {
    zh: '选定的那份档案已不在本岗位范围内。请重新选择。',
    en: 'The file that was chosen is no longer within this post’s area. Choose again.',
  },
  'lists.person.nameless': {
    zh: '没有姓名，不能建档。请补上姓名。',
    en: 'A file cannot be opened without a name. Add it.',
  },
  'lists.person.namedAgain': {
    zh: '同一清单里另有一行像是同一个人，那一行已据以建档；这一行没有证件号码，不能另建一份。请补上证件号码，或删去这一行后再导入。',
    en: 'Another row of the list seems to be the same person and opens the file; this one has no identity number and opens no second. Add the number, or leave the row out.',
  },
  'lists.person.livesElsewhere': {
    zh: '台账里这个人住在另一个村（社区），这一行的住址没有采用；迁移请在档案里办理。',
    en: 'The ledger has this person living in another village; the row’s address was not taken. Moves are recorded in the file.',
  },
  'lists.household.differs': {
    zh: '台账里这个人属于另一户，这一行说的户没有采用；分户、并户请在档案里办理。',
    en: 'The ledger has this person in another household; the row’s was not taken. Splitting and joining households is recorded in the file.',
  },
  'lists.household.absent': {
    zh: '台账里没有这一户。请核对户编号。',
    en: 'The ledger has no such household. Check its number.',
  },
  'lists.site.absent': {
    zh: '台账里没有这个载体（同一区县、同类、同名）。请核对名称，或先导入载体清单。',
    en: 'The ledger has no such site in the county, of this kind and name. Check the name, or import the list of sites first.',
  },
  'lists.area.missing': {
    zh: '没有写明所在乡镇、村（社区），不能确定归属。请补上。',
    en: 'The row names no town and village, so it is nobody’s. Add them.',
  },
  'lists.area.outside': {
    zh: '这一行属于本岗位范围以外的地方。请由当地经办导入，或切换岗位。',
    en: 'This row belongs outside the area of this post. Let the officers there import it, or change posts.',
  },
  'lists.area.tooWide': {
    zh: '只写到区县或乡镇，建档要写到村（社区）。请补上村名。',
    en: 'A file is opened in a village; the row names only a county or town. Add the village.',
  },
  'lists.record.incomplete': {
    zh: '缺少登记这条记录必须有的内容（例如起始日期、地点、类别）。请补全这一行。',
    en: 'Something such a record cannot be without is missing (its first day, place or kind). Complete the row.',
  },
  'lists.spell.backwards': {
    zh: '结束日期不晚于开始日期。请核对两个日期。',
    en: 'It ends no later than it begins. Check both days.',
  },
  'lists.spell.overlaps': {
    zh: '与台账里已有的同类记录时间重叠，两者不能同时为真。请核对日期，或先终止原记录。',
    en: 'It overlaps a record of its kind that the ledger has; both cannot be true. Check the days, or end the earlier one first.',
  },
} satisfies Record<string, Words>

export type ImportFaultCode = keyof typeof importFaults

/** What a code says; of a finding (`check:<key>`) what `checkNames` says of it. */
export function faultWords(code: string, checkNames: (key: string) => Words | undefined): Words {
  if (code.startsWith('check:')) return checkNames(code.slice(6)) ?? { zh: code, en: code }
  return importFaults[code as ImportFaultCode] ?? { zh: code, en: code }
}
