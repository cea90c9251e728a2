import { Component, type ReactNode } from 'react'
import { Problem } from '../Problem.tsx'

type Props = { children: ReactNode; at: string }
type State = { error: unknown; at: string }

/** A page that breaks says so in its own place; the frame and the way out stay. Another address starts afresh. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined, at: this.props.at }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error }
  }
  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.at === state.at ? null : { error: undefined, at: props.at }
  }
  override render() {
    return this.state.error === undefined ? this.props.children : <Problem error={this.state.error} />
  }
}
