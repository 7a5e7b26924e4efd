/** A colour of the map, `hsl(192 46% 44%)` or `#9aa3a0`, as three bytes: what the scene's textures hold. */

export type Rgb = readonly [red: number, green: number, blue: number];

const HSL = /^hsl\((-?[\d.]+) ([\d.]+)% ([\d.]+)%\)$/;

export const rgbOf = (colour: string): Rgb => {
  const parts = HSL.exec(colour);
  if (parts === null) {
    const value = Number.parseInt(colour.slice(1), 16) || 0;
    return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  }
  const [hue, saturation, lightness] = [Number(parts[1]), Number(parts[2]) / 100, Number(parts[3]) / 100];
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number): number => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
};

export const hexOf = (colour: string): string =>
  `#${rgbOf(colour)
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
