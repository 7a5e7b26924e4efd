/** Keeps a fault in one part of the screen there: the rest goes on, and the part can be tried again. */
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { FaultNotice } from './FaultNotice.tsx';

interface Props {
  readonly children: ReactNode;
  /** A new key (an address, a selection) clears the fault. */
  readonly resetKey?: string;
}
interface State {
  readonly error: Error | null;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.error && before.resetKey !== this.props.resetKey) this.setState({ error: null });
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <FaultNotice details={error.message} onRetry={() => this.setState({ error: null })} />;
  }
}
