/** The sections of the data page and their addresses: `#/staff/data/import`. Apart from the page, so that the desk need not load it. */
export const DATA_SECTIONS = ['import', 'export', 'backup', 'sources', 'communities'] as const;
export type DataSection = (typeof DATA_SECTIONS)[number];

const DATA_PATH = /^\/staff\/data(?:\/([^/]+))?\/?$/;

/** Null where the address is another page's. An unknown section is the first one. */
export const dataSectionOf = (pathname: string): DataSection | null => {
  const found = DATA_PATH.exec(pathname);
  if (!found) return null;
  return DATA_SECTIONS.find((section) => section === found[1]) ?? DATA_SECTIONS[0];
};
export const dataPath = (section: DataSection): string => `/staff/data/${section}`;
