/** The lists by the name in their address: `#/staff/lists/residents`. */
import type { Register } from '../register.ts';
import type { RegisterName } from '../register-names.ts';
import { assisted } from './assisted.ts';
import { facilities } from './facilities.ts';
import { floating } from './floating.ts';
import { households } from './households.ts';
import { members } from './members.ts';
import { organisations } from './organisations.ts';
import { residents } from './residents.ts';

const REGISTERS: Record<RegisterName, unknown> = {
  residents,
  households,
  members,
  floating,
  assisted,
  organisations,
  facilities,
};

/** Rows are opaque outside their own register: columns and accessors only ever see rows that the same register loaded. */
export const registerOf = (name: RegisterName): Register<unknown> => REGISTERS[name] as Register<unknown>;
