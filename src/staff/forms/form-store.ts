/** Which form is open. One at a time: a form over a form hides what the first one was about. */
import { create } from 'zustand';
import type { FormArguments, FormKind } from './definitions/index.ts';

export interface FormRequest<K extends FormKind = FormKind> {
  readonly kind: K;
  readonly args: FormArguments[K];
  /** Tells two requests for the same form apart. */
  readonly seq: number;
}

interface FormState {
  readonly request: FormRequest | null;
}

export const useForms = create<FormState>()(() => ({ request: null }));

export const openForm = <K extends FormKind>(kind: K, args: FormArguments[K]): void =>
  useForms.setState(({ request }) => ({
    request: { kind, args, seq: (request?.seq ?? 0) + 1 } as FormRequest,
  }));

export const closeForm = (): void => useForms.setState({ request: null });
