/** The line icons of the desk, drawn on a 20-unit grid with the colour and size of the text around them. */
import type { ReactElement } from 'react';

const PATHS = {
  chevronRight: 'M7.5 4.5 13 10l-5.5 5.5',
  chevronDown: 'M4.5 7.5 10 13l5.5-5.5',
  chevronLeft: 'M12.5 4.5 7 10l5.5 5.5',
  close: 'M5 5l10 10M15 5 5 15',
  check: 'M4.5 10.5 8.5 14.5 15.5 6',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  home: 'M3.5 9.5 10 4l6.5 5.5M5.5 8.5V16h9V8.5',
  north: 'M10 3.5 14 16l-4-2.8L6 16Z',
  top: 'M10 3.5 16.5 7 10 10.5 3.5 7ZM3.5 10.5 10 14l6.5-3.5M3.5 13.5 10 17l6.5-3.5',
  layers: 'M10 3.5 17 7.5 10 11.5 3 7.5ZM3 11.5l7 4 7-4',
  tree: 'M4 4.5h6M4 4.5v11h5M4 10h5M12 10h4.5M12 15.5h4.5',
  sun: 'M10 6.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8ZM10 2.2v1.6M10 16.2v1.6M2.2 10h1.6M16.2 10h1.6M4.5 4.5l1.1 1.1M14.4 14.4l1.1 1.1M15.5 4.5l-1.1 1.1M5.6 14.4l-1.1 1.1',
  moon: 'M15.8 12.2A6.4 6.4 0 0 1 7.8 4.2a6.4 6.4 0 1 0 8 8Z',
  eye: 'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5ZM10 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4Z',
  eyeOff:
    'M4 4l12 12M8.3 5.2A7.6 7.6 0 0 1 10 5c4.8 0 7.5 5 7.5 5a13 13 0 0 1-2 2.6M5.6 6.9A12.6 12.6 0 0 0 2.5 10s2.7 5 7.5 5a7.6 7.6 0 0 0 3.4-.8',
  search: 'M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4ZM12.8 12.8 16.5 16.5',
  bookmark: 'M6 4h8v12.5L10 13.4 6 16.5Z',
  trash: 'M4.5 6h11M8 6V4.2h4V6M6 6l.7 10h6.6L14 6',
  pin: 'M10 17s5-4.6 5-8.6A5 5 0 0 0 5 8.4C5 12.4 10 17 10 17ZM10 6.8a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4Z',
  phone: 'M4.5 4.5h3l1.2 3.4-1.7 1.2a9 9 0 0 0 3.9 3.9l1.2-1.7 3.4 1.2v3C9.5 16.5 3.5 10.5 4.5 4.5Z',
  clock: 'M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM10 6.5V10l2.5 1.8',
  warning: 'M10 3.8 17.2 16H2.8ZM10 8.5v3.6M10 14v.3',
  person: 'M10 4a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM4.2 16.5c.6-3 2.9-4.5 5.8-4.5s5.2 1.5 5.8 4.5',
  undo: 'M7.5 4 4 7.5 7.5 11M4 7.5h7.5a4.2 4.2 0 0 1 0 8.4H8',
  redo: 'M12.5 4 16 7.5 12.5 11M16 7.5H8.5a4.2 4.2 0 0 0 0 8.4H12',
  sliders: 'M4 6h6M14 6h2M4 14h2M10 14h6M12 4v4M8 12v4',
  help: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4ZM7.9 7.9a2.1 2.1 0 1 1 3.3 1.7c-.8.5-1.2.9-1.2 1.7M10 13.8v.2',
  info: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4ZM10 9v4.6M10 6.4v.2',
  done: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4ZM6.8 10.2l2.2 2.2 4.2-4.6',
  print: 'M6 7.5V3.5h8v4M6 14H3.5V7.5h13V14H14M6 11.5h8v5H6Z',
  wall: 'M2.8 4.5h14.4v9.5H2.8ZM10 4.5V14M7 17h6',
  pointer: 'M5 3.5 15.5 9.5 10.7 11l-2 5Z',
  border: 'M4 15.5 8 6l8-1.5M8 6l3.5 9.5M6.6 6a1.4 1.4 0 1 0 2.8 0 1.4 1.4 0 1 0-2.8 0Z',
  brush:
    'M16 4 9.5 11.5M9.5 11.5c-1.6-.9-3.2-.1-3.7 1.6-.3 1.2-.9 2-2.3 2.6 2.8 1.3 6.2.5 6.6-2 .1-.8-.1-1.6-.6-2.2Z',
  split: 'M4.5 4.5h11v11h-11ZM12.5 2.5 7.5 17.5',
  reshape: 'M3 14.5h3.5c0-5 1.5-8 3.5-8s3.5 3 3.5 8H17M6.5 14.5h7',
  enclave: 'M3.5 3.5h13v13h-13ZM8 7.2l5 .8-.8 5-5-.8Z',
  merge: 'M3.5 5h5.5v10H3.5M16.5 5H11v10h5.5M6 10h8M11.8 7.8 14 10l-2.2 2.2',
  compare: 'M3.5 4.5h5v11h-5ZM11.5 4.5h5v11h-5ZM10 2.8v14.4',
  swap: 'M4 7h11M12.5 4.5 15 7l-2.5 2.5M16 13H5M7.5 10.5 5 13l2.5 2.5',
  lock: 'M5.5 9.2h9V16h-9ZM7.2 9.2V6.8a2.8 2.8 0 0 1 5.6 0v2.4',
  unlock: 'M5.5 9.2h9V16h-9ZM7.2 9.2V6.8a2.8 2.8 0 0 1 5.5-.7',
  fit: 'M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4',
  list: 'M7.5 5.5H16M7.5 10H16M7.5 14.5H16M4 5.5h.3M4 10h.3M4 14.5h.3',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: the name for a screen reader stands on the button around it. */
export const Icon = ({ name, size = 16 }: { name: IconName; size?: number }): ReactElement => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.5}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={PATHS[name]} />
  </svg>
);
