/** What a CityJSON file holds in numbers, and what was left out of it, told once for a file. */
import type { Problems } from '../problem.ts';
import type { Assembler } from './assemble.ts';
import type { ObjectCounts } from './model-builder.ts';

export interface CityCounts {
  readonly problems: Problems;
  readonly objects: ObjectCounts;
  readonly assembler: Assembler;
  readonly lods: ReadonlyMap<string, number>;
  readonly features: number;
  readonly totals: { readonly points: number; readonly textured: number; readonly broken: number };
}

/** `lod 2.2` counts geometries of that level; other types stand under their own names. */
export const countsOf = (city: CityCounts): Record<string, number> => {
  const { buildings, parts, installations } = city.assembler.counts;
  const lods = [...city.lods].sort(([a], [b]) => a.localeCompare(b));
  return {
    objects: city.objects.objects,
    ...(city.features > 0 ? { features: city.features } : {}),
    buildings,
    parts,
    installations,
    terrain: city.objects.terrain,
    ...Object.fromEntries(lods.map(([lod, count]) => [`lod ${lod === '' ? '?' : lod}`, count])),
    ...Object.fromEntries([...city.objects.others].map(([type, count]) => [`type ${type}`, count])),
  };
};

export const tellCounts = (city: CityCounts): void => {
  const { objects, totals, assembler } = city;
  const { degenerate, withoutGeometry, otherLod, footprints } = assembler.counts;
  const tell = (code: string, count: number, zh: string, en: string): void => {
    if (count > 0)
      city.problems.add(`cityjson.${code}`, 'note', '', () => [`${zh}：${count}。`, `${en}: ${count}.`]);
  };
  tell(
    'textures',
    totals.textured,
    '带贴图的几何（贴图没有读入）',
    'Geometries with textures, which were left out',
  );
  tell('points', totals.points, '没有读入的点和线几何', 'Geometries of points and lines left out');
  tell('degenerate', degenerate, '没有面积、没有读入的面', 'Surfaces left out for want of an area');
  tell('terrain', objects.terrain, '没有读入的地形（TIN）', 'Terrains (TIN) left out');
  tell('interior', objects.interior, '没有读入的室内对象', 'Objects of interiors left out');
  tell(
    'withoutGeometry',
    withoutGeometry,
    '没有几何、没有读入的建筑和部件',
    'Buildings and parts left out for want of a geometry',
  );
  tell(
    'otherLod',
    otherLod,
    '没有所选细节层次、改用相近层次的对象',
    'Objects without the chosen level of detail, shown in another',
  );
  tell(
    'footprint.derived',
    (footprints.get('floor') ?? 0) + (footprints.get('shadow') ?? 0),
    '没有地面、由底面或俯视轮廓得出占地的对象',
    'Objects without ground surface, whose footprint is their floor or their outline from above',
  );
  const others = [...objects.others].sort((a, b) => b[1] - a[1]);
  if (others.length > 0) {
    const list = others.slice(0, 12).map(([type, count]) => `${type} ${count}`);
    city.problems.add('cityjson.others', 'note', '', () => [
      `没有读入的其他对象：${list.join('、')}。`,
      `Other objects left out: ${list.join(', ')}.`,
    ]);
  }
};
