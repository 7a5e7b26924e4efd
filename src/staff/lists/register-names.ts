/** The lists by the name in their address, apart from the lists themselves so that the desk need not load them. */
export const REGISTER_NAMES = [
  'residents',
  'households',
  'members',
  'floating',
  'assisted',
  'organisations',
  'facilities',
] as const;
export type RegisterName = (typeof REGISTER_NAMES)[number];

export const isRegisterName = (name: string): name is RegisterName =>
  (REGISTER_NAMES as readonly string[]).includes(name);
