/** Materials of an appearance to colours; textures are left to formats that carry their pictures. */

export interface Materials {
  /** Red, green, blue, alpha of each, 0–255. */
  readonly colours: readonly (readonly [number, number, number, number])[];
  readonly theme: string | null;
  readonly textures: number;
}

export const NO_MATERIALS: Materials = { colours: [], theme: null, textures: 0 };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const byte = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value)
    ? Math.round(Math.min(1, Math.max(0, value)) * 255)
    : otherwise;

/** A material without a colour is white. */
const colourOf = (material: unknown): readonly [number, number, number, number] => {
  const { diffuseColor, transparency } = isObject(material) ? material : {};
  const [r, g, b] = Array.isArray(diffuseColor) ? (diffuseColor as unknown[]) : [];
  return [
    byte(r, 255),
    byte(g, 255),
    byte(b, 255),
    byte(typeof transparency === 'number' ? 1 - transparency : 1, 255),
  ];
};

export const materialsOf = (appearance: unknown): Materials => {
  if (!isObject(appearance)) return NO_MATERIALS;
  const { materials, textures } = appearance;
  const theme = appearance['default-theme-material'];
  return {
    colours: Array.isArray(materials) ? materials.map(colourOf) : [],
    theme: typeof theme === 'string' ? theme : null,
    textures: Array.isArray(textures) ? textures.length : 0,
  };
};
