/** The registers (lists) and their addresses: `#/staff/lists/residents`. */
export const REGISTERS = [
  'residents',
  'households',
  'members',
  'floating',
  'assisted',
  'organisations',
  'facilities',
] as const;
export type Register = (typeof REGISTERS)[number];
export const registerPath = (register: Register): string => `/staff/lists/${register}`;
