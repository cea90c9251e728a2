export const zh = { 'bulletin.title': '指标月报' } as const
export const en = { 'bulletin.title': 'Monthly bulletin' } satisfies Record<keyof typeof zh, string>
