/** Systems that are known by their code: from our own table to the two functions. */
import type { Crs, Words } from './crs.ts';
import { DEFINITIONS, type Definition } from './definitions.ts';
import { COMPOUNDS } from './definitions-table.ts';
import { SAME, throughProj4 } from './proj-functions.ts';

const CAVEATS: Readonly<Partial<Record<Crs['datum'], Words>>> = {
  xian80: {
    zh: '西安 80 坐标系的转换参数没有公开，这里按经纬度原样使用，位置可能偏差几十米到一百多米，请用控制点核对。',
    en: 'The parameters of Xian 1980 are not published. Its degrees are used as they are, which may be off by tens of metres to over a hundred; check with control points.',
  },
  beijing54: {
    zh: '北京 54 坐标系只有全国概略参数，位置可能偏差几十米，请用控制点核对。',
    en: 'Only coarse nationwide parameters of Beijing 1954 are published: positions may be off by tens of metres; check with control points.',
  },
};
export const caveatsOf = (datum: Crs['datum']): Words[] => {
  const words = CAVEATS[datum];
  return words ? [words] : [];
};

export const kindOf = (proj: string): Crs['kind'] =>
  /\+proj=(?:longlat|latlong|lonlat|latlon)\b/.test(proj)
    ? 'geographic'
    : /\+proj=geocent\b/.test(proj)
      ? 'geocentric'
      : 'projected';

const ofDefinition = (d: Definition, vertical: string | null, formal: boolean, text: string): Crs => {
  const kind = kindOf(d.proj);
  return {
    text,
    code: text,
    name: d.name,
    kind,
    datum: d.datum,
    axes: 'xy',
    formalAxes: formal && d.northFirst ? 'yx' : 'xy',
    area: d.area,
    vertical,
    caveats: caveatsOf(d.datum),
    // WGS 84 and CGCS2000 agree to the decimetre: both in degrees, there is nothing to convert.
    ...(kind === 'geographic' && (d.datum === 'wgs84' || d.datum === 'cgcs2000')
      ? SAME
      : throughProj4(d.proj, kind)),
  };
};

/** One code, or a horizontal and a vertical one; null where the first is not in the table. */
export const ofCodes = (codes: readonly number[], formal: boolean): Crs | null => {
  const [first = 0, second] = codes;
  const compound = COMPOUNDS[first];
  const definition = DEFINITIONS.get(compound ? compound[0] : first);
  if (!definition) return null;
  const up = compound ? compound[1] : second;
  const text = second === undefined ? `EPSG:${first}` : `EPSG:${first}+${second}`;
  return ofDefinition(definition, up === undefined ? null : `EPSG:${up}`, formal, text);
};
