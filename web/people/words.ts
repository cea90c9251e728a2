export const zh = {} as const

export const en = {} satisfies Record<keyof typeof zh, string>
