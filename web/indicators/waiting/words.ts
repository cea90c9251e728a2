export const zh = {
  'waiting.title': '等我办理',
  'waiting.nothing': '没有等我办理的事。',
  'waiting.round': '人待本月核实',
  'waiting.orders': '件督办',
  'waiting.referrals': '件推荐、上岗和稳岗回访要办',
  'waiting.batches': '批输送待出发或待确认到岗',
  'waiting.followUps': '人输送后待回访',
  'waiting.requests': '件请求待复核',
  'waiting.waivers': '条豁免待审批',
  'waiting.months': '个月的数字待确认、冻结或月结',
} as const
export const en = {
  'waiting.title': 'Waiting for me',
  'waiting.nothing': 'Nothing waits for me.',
  'waiting.round': 'people to verify this month',
  'waiting.orders': 'supervision orders',
  'waiting.referrals': 'referrals, placements and retention checks to see to',
  'waiting.batches': 'batches to leave or to be confirmed',
  'waiting.followUps': 'people to call after their dispatch',
  'waiting.requests': 'requests to decide',
  'waiting.waivers': 'waivers to decide',
  'waiting.months': 'months of figures to confirm, freeze or close',
} satisfies Record<keyof typeof zh, string>
