import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFINITIONS } from './definitions.ts';
import { resolveCrs } from './resolve.ts';

const found = (text: string) => {
  const crs = resolveCrs(text);
  if (!crs) throw new Error(`${text} is not known`);
  return crs;
};

describe('spellings', () => {
  it.each([
    ['EPSG:7415', 'EPSG:7415'],
    ['epsg:28992', 'EPSG:28992'],
    ['28992', 'EPSG:28992'],
    ['urn:ogc:def:crs:EPSG::28992', 'EPSG:28992'],
    ['urn:ogc:def:crs:EPSG:9.9.1:28992', 'EPSG:28992'],
    ['urn:x-ogc:def:crs:EPSG::4326', 'EPSG:4326'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
    ['urn:ogc:def:crs:OGC::CRS84', 'EPSG:4326'],
    ['OGC:CRS84', 'EPSG:4326'],
    ['CRS84', 'EPSG:4326'],
    ['//www.opengis.net/def/crs/EPSG/0/7415', 'EPSG:7415'],
    ['//www.opengis.net/def/crs/EPSG/9.9.1/4979', 'EPSG:4979'],
    ['//www.opengis.net/def/crs/OGC/1.3/CRS84', 'EPSG:4326'],
    ['//www.opengis.net/gml/srs/epsg.xml#25832', 'EPSG:25832'],
    ['EPSG:28992+5709', 'EPSG:28992+5709'],
    ['urn:ogc:def:crs,crs:EPSG::25832,crs:EPSG::5783', 'EPSG:25832+5783'],
    ['+init=epsg:4547', 'EPSG:4547'],
    ['EPSG 4547', 'EPSG:4547'],
    ['EPSG:900913', 'EPSG:3857'],
    ['ESRI:102100', 'EPSG:3857'],
    ['WGS 84', 'EPSG:4326'],
    ['wgs84', 'EPSG:4326'],
    ['CGCS2000', 'EPSG:4490'],
    ['2000国家大地坐标系', 'EPSG:4490'],
    ['西安80', 'EPSG:4610'],
    ['北京54', 'EPSG:4214'],
    ['CGCS2000 / 3-degree Gauss-Kruger zone 35', 'EPSG:4523'],
    ['CGCS2000 / 3-degree Gauss-Kruger CM 108E', 'EPSG:4545'],
    ['CGCS2000_3_Degree_GK_Zone_36', 'EPSG:4524'],
    ['CGCS2000_3_Degree_GK_CM_105E', 'EPSG:4544'],
    ['CGCS2000 / Gauss-Kruger CM 105E', 'EPSG:4507'],
    ['CGCS2000 / Gauss-Kruger zone 18', 'EPSG:4496'],
    ['Xian 1980 / 3-degree Gauss-Kruger zone 36', 'EPSG:2360'],
    ['Beijing 1954 / 3-degree Gauss-Kruger CM 108E', 'EPSG:2433'],
    ['国家2000 3度带 中央子午线108', 'EPSG:4545'],
    ['西安80 3度带第36带', 'EPSG:2360'],
    ['GCJ02', 'GCJ-02'],
    ['火星坐标系', 'GCJ-02'],
    ['bd-09', 'BD-09'],
    ['百度', 'BD-09'],
    ['{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}', 'EPSG:4326'],
    ['{"type":"EPSG","properties":{"code":28992}}', 'EPSG:28992'],
    ['\uFEFFEPSG:4326 ', 'EPSG:4326'],
  ])('%s is %s', (text, code) => {
    expect(found(text).code).toBe(code);
  });

  it('of addresses with their protocol are read as well', () => {
    for (const protocol of ['http', 'https'])
      expect(found(`${protocol}:${'//www.opengis.net/def/crs/EPSG/0/7415'}`).code).toBe('EPSG:7415');
  });

  it('of nothing known are null, and nothing throws', () => {
    for (const text of [
      '',
      'EPSG:1',
      'EPSG:999999',
      'somewhere',
      '{',
      'PROJCS[',
      'PROJCS["a"',
      '+proj=nonsense',
      'GEOGCS[]',
    ])
      expect(resolveCrs(text), text).toBeNull();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((s) => `PROJCS["${s}",${s}]`),
          fc.string().map((s) => `+proj=${s}`),
        ),
        (text) => {
          resolveCrs(text);
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });

  it('keep the heights of a compound system and the order that an URN prescribes', () => {
    expect(found('EPSG:7415').vertical).toBe('EPSG:5709');
    expect(found('urn:ogc:def:crs:EPSG::4326').formalAxes).toBe('yx');
    expect(found('urn:ogc:def:crs:EPSG::4490').formalAxes).toBe('yx');
    expect(found('EPSG:4326').formalAxes).toBe('xy');
    expect(found('urn:ogc:def:crs:OGC:1.3:CRS84').formalAxes).toBe('xy');
  });

  it('of a system lead to it again by its own text', () => {
    const same = (text: string): void => {
      const crs = found(text);
      expect(found(crs.text).toWgs84(35_468_399, 3_955_707, 7)).toEqual(
        crs.toWgs84(35_468_399, 3_955_707, 7),
      );
    };
    for (const text of [
      'EPSG:4524',
      'EPSG:4524 axes=yx',
      '+proj=tmerc +lon_0=108 +x_0=36500000 +ellps=GRS80 +units=m',
    ])
      same(text);
    expect(found('EPSG:4524 axes=yx').axes).toBe('yx');
    expect(found('EPSG:4326 axes=yx').toWgs84(35, 107, 1)).toEqual([107, 35, 1]);
    expect(found('GCJ-02 via EPSG:3857').text).toBe('GCJ-02 via EPSG:3857');
  });
});

describe('texts', () => {
  const gk108 =
    'PROJCS["CGCS2000_3_Degree_GK_CM_108E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",' +
    'SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],' +
    'PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],' +
    'PARAMETER["Central_Meridian",108.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';

  it('of Esri are known by their name', () => {
    expect(found(gk108)).toMatchObject({ code: 'EPSG:4545', datum: 'cgcs2000' });
  });

  it('with a known name and other parameters are taken at their word', () => {
    const own = found(gk108.replace('"False_Easting",500000.0', '"False_Easting",300000.0'));
    expect(own.code).toBeNull();
    const [lng, lat] = own.toWgs84(268_398.994, 3_955_707.24, 0);
    expect(lng).toBeCloseTo(107.6507, 7);
    expect(lat).toBeCloseTo(35.7306, 7);
  });

  it('of WKT 1 with authority, compound, and WKT 2 lead to the table', () => {
    const rd =
      'PROJCS["Amersfoort / RD New",GEOGCS["Amersfoort",DATUM["Amersfoort",SPHEROID["Bessel 1841",6377397.155,299.1528128]],' +
      'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Oblique_Stereographic"],' +
      'PARAMETER["latitude_of_origin",52.1561605555556],PARAMETER["central_meridian",5.38763888888889],' +
      'PARAMETER["scale_factor",0.9999079],PARAMETER["false_easting",155000],PARAMETER["false_northing",463000],' +
      'UNIT["metre",1],AUTHORITY["EPSG","28992"]]';
    expect(found(rd).code).toBe('EPSG:28992');
    const compound = `COMPD_CS["Amersfoort / RD New + NAP height",${rd},VERT_CS["NAP height",VERT_DATUM["NAP",2005],UNIT["metre",1],AUTHORITY["EPSG","5709"]],AUTHORITY["EPSG","7415"]]`;
    expect(found(compound)).toMatchObject({ code: 'EPSG:7415', vertical: 'EPSG:5709' });
    // Without code and shift, the datum's name brings the shift: else Delft would be 100 m off.
    const bare = found(
      rd.replace(',AUTHORITY["EPSG","28992"]', '').replace('Amersfoort / RD New', 'my grid'),
    );
    const [lng, lat] = bare.toWgs84(84_461.549, 446_234.346, 0);
    expect(Math.hypot((lng - 4.36) * 68_700, (lat - 52) * 111_200)).toBeLessThan(1);
    const wkt2 =
      'PROJCRS["WGS 84 / UTM zone 48N",BASEGEOGCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]]],' +
      'PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]]],CONVERSION["UTM zone 48N",METHOD["Transverse Mercator",ID["EPSG",9807]],' +
      'PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of natural origin",105,ANGLEUNIT["degree",0.0174532925199433]],' +
      'PARAMETER["Scale factor at natural origin",0.9996,SCALEUNIT["unity",1]],PARAMETER["False easting",500000,LENGTHUNIT["metre",1]],PARAMETER["False northing",0,LENGTHUNIT["metre",1]]],' +
      'CS[Cartesian,2],AXIS["(E)",east,ORDER[1],LENGTHUNIT["metre",1]],AXIS["(N)",north,ORDER[2],LENGTHUNIT["metre",1]]]';
    expect(found(wkt2).code).toBe('EPSG:32648');
  });

  it('of PROJ work as they are', () => {
    const crs = found('+proj=utm +zone=48 +datum=WGS84 +units=m +no_defs');
    const [lng, lat] = crs.toWgs84(739_738.6, 3_957_308.55, 3);
    expect([lng, lat].every(Number.isFinite)).toBe(true);
    expect(crs.kind).toBe('projected');
  });

  it('of unpublished systems carry a warning', () => {
    for (const text of ['EPSG:2381', 'EPSG:4214', gk108.replace('D_China_2000', 'D_Xian_1980')])
      expect(found(text).caveats).toHaveLength(1);
    expect(found('EPSG:4545').caveats).toEqual([]);
  });
});

type ControlPoint = [code: number, lng: number, lat: number, x: number, y: number, tolerance: number];
const { points } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../tests/fixtures/crs/control-points.json'), 'utf8'),
) as { points: ControlPoint[] };

describe('control points', () => {
  it.each(points)('of EPSG:%i at %f, %f', (code, lng, lat, x, y, tolerance) => {
    const crs = found(`EPSG:${code}`);
    const [ourX, ourY, z] = crs.fromWgs84(lng, lat, 12);
    expect(Math.hypot(ourX - x, ourY - y)).toBeLessThan(tolerance);
    expect(z).toBe(12);
    const [ourLng, ourLat] = crs.toWgs84(x, y, 12);
    expect(Math.hypot(ourLng - lng, ourLat - lat) * 111_000).toBeLessThan(tolerance * 1.5);
  });

  it('of the tower of Amersfoort, the origin of the Dutch grid', () => {
    const [lng, lat] = found('EPSG:28992').toWgs84(155_000, 463_000, 0);
    expect(Math.hypot((lng - 5.387203657) * 68_400, (lat - 52.155172897) * 111_300)).toBeLessThan(0.5);
  });

  it('of the middle of the earth', () => {
    const crs = found('EPSG:4978');
    const [lng, lat, height] = crs.toWgs84(-1572058.877306, 4940584.633134, 3704796.824139);
    expect(lng).toBeCloseTo(107.6507, 8);
    expect(lat).toBeCloseTo(35.7306, 8);
    expect(height).toBeCloseTo(1420, 3);
    expect(crs.fromWgs84(107.6507, 35.7306, 1420)[0]).toBeCloseTo(-1572058.877, 2);
  });
});

/** The Gauss-Krüger series of textbooks, from the meridian's arc outwards: good to a millimetre within a strip. */
const gaussKruger = (
  lngDegrees: number,
  latDegrees: number,
  meridian: number,
): [east: number, north: number] => {
  const a = 6_378_137;
  const f = 1 / 298.257222101;
  const e2 = f * (2 - f);
  const ep2 = e2 / (1 - e2);
  const b = (latDegrees * Math.PI) / 180;
  const l = ((lngDegrees - meridian) * Math.PI) / 180;
  const [sin, cos] = [Math.sin(b), Math.cos(b)];
  const t2 = Math.tan(b) ** 2;
  const n2 = ep2 * cos * cos;
  const radius = a / Math.sqrt(1 - e2 * sin * sin);
  // The arc of the meridian by numerical integration: no series to copy wrongly.
  const steps = 2000;
  const speed = (phi: number): number => (a * (1 - e2)) / (1 - e2 * Math.sin(phi) ** 2) ** 1.5;
  let arc = 0;
  for (let i = 0; i < steps; i++) {
    const [p, q] = [(b * i) / steps, (b * (i + 1)) / steps];
    arc += ((q - p) / 6) * (speed(p) + 4 * speed((p + q) / 2) + speed(q));
  }
  const m = l * cos;
  const north =
    arc +
    radius *
      Math.tan(b) *
      (m ** 2 / 2 +
        ((5 - t2 + 9 * n2 + 4 * n2 ** 2) * m ** 4) / 24 +
        ((61 - 58 * t2 + t2 ** 2 + 270 * n2 - 330 * n2 * t2) * m ** 6) / 720);
  const east =
    radius *
    (m + ((1 - t2 + n2) * m ** 3) / 6 + ((5 - 18 * t2 + t2 ** 2 + 14 * n2 - 58 * n2 * t2) * m ** 5) / 120);
  return [500_000 + east, north];
};

describe('Gauss-Krüger strips of CGCS2000', () => {
  it('agree with the series', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.double({ min: -1.6, max: 1.6, noNaN: true }),
        fc.double({ min: 18, max: 53, noNaN: true }),
        (i, aside, lat) => {
          const meridian = 75 + 3 * i;
          const [east, north] = gaussKruger(meridian + aside, lat, meridian);
          for (const [code, prefix] of [
            [4534 + i, 0],
            [4513 + i, 25 + i],
          ] as const) {
            const [x, y] = found(`EPSG:${code}`).fromWgs84(meridian + aside, lat, 0);
            expect(Math.hypot(x - prefix * 1e6 - east, y - north)).toBeLessThan(0.002);
          }
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });
});

describe('every definition', () => {
  it('goes there and back in its own area: WGS 84 and CGCS2000 within a fifth of a millimetre, shifted datums within 2 cm', () => {
    for (const [code, { area }] of DEFINITIONS) {
      const crs = found(`EPSG:${code}`);
      const [west, south, east, north] = area;
      const [lng, lat] = [west < east ? west + (east - west) * 0.4 : west, south + (north - south) * 0.4];
      const [backLng, backLat] = crs.toWgs84(...crs.fromWgs84(lng, lat, 0));
      // The seven parameters of Bursa and Wolf are small-angle: their way back is good to centimetres.
      const tolerance = crs.datum === 'wgs84' || crs.datum === 'cgcs2000' ? 0.0002 : 0.02;
      expect(Math.hypot(backLng - lng, backLat - lat) * 111_000, `EPSG:${code}`).toBeLessThan(tolerance);
    }
    expect(DEFINITIONS.size).toBeGreaterThan(450);
  });
});
