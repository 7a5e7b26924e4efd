/** Addresses whose parts stand in columns of their own. */

/** Columns that make up an address. */
export interface AddressColumns {
  readonly address?: string | undefined;
  readonly estate?: string | undefined;
  readonly building?: string | undefined;
  readonly unit?: string | undefined;
  readonly floor?: string | undefined;
  readonly room?: string | undefined;
}

/** Texts of separate columns in the form that the parser reads: 3 / 2 / 502 → 3号楼2单元502室. */
export const composedAddress = ({
  estate = '',
  building = '',
  unit = '',
  floor = '',
  room = '',
}: AddressColumns): string => {
  const isNumber = (text: string): boolean => /^[\dA-Za-z]+$/.test(text.trim());
  const marked = (text: string, mark: string): string =>
    text !== '' && isNumber(text) ? `${text.trim()}${mark}` : text;
  // A room that tells its unit and building itself ("3-2-502") stands for all three.
  if (/\d[-－—]\d/.test(room))
    return `${estate}${/\d+[-－—]\d+[-－—]\d/.test(room) ? '' : marked(building, '号楼')}${room}`;
  const level = room.trim().length >= 3 || floor === '' ? '' : marked(floor, '层');
  return `${estate}${marked(building, '号楼')}${marked(unit, '单元')}${level}${marked(room, '室')}`;
};
