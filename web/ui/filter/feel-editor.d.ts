declare module '@bpmn-io/feel-editor' {
  export type Variable = { name: string; detail?: string; info?: string; isList?: boolean; entries?: Variable[] }
  export default class FeelEditor {
    constructor(options: {
      container: HTMLElement
      value?: string
      onChange?: (value: string) => void
      variables?: Variable[]
      builtins?: Variable[]
      extensions?: unknown[]
      contentAttributes?: Record<string, string>
      placeholder?: string
    })
    setValue(value: string): void
    focus(position?: number): void
  }
}
