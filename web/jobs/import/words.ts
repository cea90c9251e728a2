/** Words of what is asked of a list of vacancies while it is brought in. */
export const zh = {
  'jobs.import.occupation.title': '选职业',
  'jobs.import.occupation.how':
    '下面这些叫法说不出是哪个职业，所在的行退回了。选定后这些行重新核对；以后的名单同样的写法自动照此。',
  'jobs.import.occupation.rows': '{n} 行，第一行是第 {first} 行',
  'jobs.import.occupation.unlike': '没有相近的职业，请在下面输入别的叫法查找。',
  'jobs.import.occupation.none': '先选定职业',
  'jobs.import.occupation.save': '记下 {n} 种叫法，重新核对',
  'jobs.import.occupation.saved': '已记下，正在重新核对',
} as const

export const en: Record<keyof typeof zh, string> = {
  'jobs.import.occupation.title': 'Choose occupations',
  'jobs.import.occupation.how':
    'These words do not tell which occupation is meant, so their rows were refused. Once you choose, they are compared again, and the next list is read so.',
  'jobs.import.occupation.rows': 'Rows: {n}; the first is row {first}',
  'jobs.import.occupation.unlike': 'No occupation is like it; search below by another name.',
  'jobs.import.occupation.none': 'Choose an occupation first',
  'jobs.import.occupation.save': 'Keep {n} of these words and compare again',
  'jobs.import.occupation.saved': 'Kept; comparing again',
}
