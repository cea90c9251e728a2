// What the benchmark asks of its peers. They are development packages: the program is typed without them, and only the benchmark needs them.
declare module 'highs' {
  export default function load(): Promise<{ solve(model: string): { Status: string; ObjectiveValue: number } }>
}
declare module 'munkres' {
  /** Pairs of row and column whose costs together are least. */
  export function munkres(costs: number[][]): [row: number, column: number][]
}
declare module 'minisearch' {
  export default class MiniSearch<T> {
    constructor(options: { fields: string[]; idField?: string })
    addAll(documents: readonly T[]): void
    search(query: string, options?: { boost?: Record<string, number> }): { id: number; score: number }[]
  }
}
declare module '@duckdb/node-api' {
  type Connection = {
    run(sql: string): Promise<unknown>
    runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>
    createAppender(table: string): Promise<{ appendInteger(value: number): void; endRow(): void; closeSync(): void }>
    closeSync(): void
  }
  export const DuckDBInstance: {
    create(path: string, options: { threads: string }): Promise<{ connect(): Promise<Connection>; closeSync(): void }>
  }
}
