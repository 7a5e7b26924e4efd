/** A backup that was given elsewhere (dropped, or named when the application was started) and waits for its passphrase. */
import { create } from 'zustand';

export const usePending = create<{ readonly file: File | null }>()(() => ({ file: null }));
