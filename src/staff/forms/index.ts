/** Forms as the desk opens them. */
export { FormHost } from './FormHost.tsx';
export { openForm } from './form-store.ts';
