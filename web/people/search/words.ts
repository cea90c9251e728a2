/** Words of the search for a person. */
export const zh = {
  'search.title': '查人',
  'search.label': '姓名、拼音首字母或证件号码',
  'search.placeholder': '如：张三、zs、zhangsan，或完整证件号码',
  'search.how': '姓名输一部分即可；证件号码要输完整。只查得到本岗位范围内的人。查询内容不会出现在网址里。',
  'search.found': '找到 {n} 人',
  'search.some': '只显示前 {n} 人，请多输几个字',
  'search.none': '本岗位范围内没有找到',
  'search.choice.more': '只列出前 {n} 人，请再多写几个字。',
  'search.none.how': '请检查用字；证件号码须完整（15 或 18 位）。人不在您的辖区时查不到，可请上一级岗位查询。',
  'search.caption': '查到的人',
} as const

export const en = {
  'search.title': 'Find a person',
  'search.label': 'Name, initials or identity number',
  'search.placeholder': 'e.g. 张三, zs, zhangsan, or a whole identity number',
  'search.how':
    "Part of a name is enough; an identity number must be whole. Only people within this post's area are found. What you type never stands in an address.",
  'search.found': '{n} found',
  'search.some': 'only the first {n} are shown; type more',
  'search.none': "Nobody found within this post's area",
  'search.choice.more': 'Only the first {n} are listed; type a little more.',
  'search.none.how':
    'Check the characters; an identity number must be whole (15 or 18 digits). People outside your area are not found; ask a post above.',
  'search.caption': 'People found',
} satisfies Record<keyof typeof zh, string>
