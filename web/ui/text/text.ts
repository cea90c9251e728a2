/** Names of the `{holes}` of a sentence, from its text. */
export type Holes<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never

/** A sentence with its `{holes}` filled; a hole without a value stays visible rather than vanishing. */
export function fill(sentence: string, holes: Record<string, string | number> | undefined): string {
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(holes?.[name] ?? hole))
}
