import { describe, expect, it } from 'vitest';
import type { Building, SourceLink } from '../../domain/records/index.ts';
import { createFeatureFinder, namesOfFeature } from './feature-buildings.ts';

const building = (id: string, estate: string, number: string, name: string, aliases: string[] = []) =>
  ({ id, estate, number, name, aliases }) as unknown as Building;
const buildings = [
  building('A', '云和家园', '3', '3号楼', ['银行楼']),
  building('B', '和顺新村', '3', '3号楼'),
  building('C', '', '', '社区服务中心'),
];
const link = (key: string, buildingId: string) => ({ key, buildingId }) as SourceLink;
const find = createFeatureFinder(buildings, [
  link('way/5', 'B'),
  link('x', 'A'),
  link('x', 'B'),
  link('gone', 'Z'),
]);

describe('a feature of a tileset', () => {
  it('is called by what names it first, by its other texts then, and never by its sizes', () => {
    expect(
      namesOfFeature({ height: 18, name: '3号楼', 小区: '云和家园', id: 7, use: 'flats', empty: null }),
    ).toEqual(['云和家园7', '7', '云和家园3号楼', '3号楼', '云和家园flats', 'flats']);
    expect(namesOfFeature({ a: {}, b: [1], c: '', d: 2 })).toEqual([]);
  });

  it.each<[string, object, string | null]>([
    ['its id', { id: 'A' }, 'A'],
    ['an object that was linked', { gml_id: 'way/5' }, 'B'],
    ['its name with the estate', { name: '云和家园３号楼' }, 'A'],
    ['estate and number apart', { 小区: '和顺新村', 楼号: 3 }, 'B'],
    ['another name', { label: '银行楼' }, 'A'],
    ['a name of one only', { NAME: '社区 服务中心' }, 'C'],
    ['a name of two', { name: '3号楼' }, null],
    ['a link to two', { id: 'x' }, null],
    ['a link to a building that is gone', { id: 'gone' }, null],
    ['nothing', { height: 3 }, null],
    ['__proto__', { id: '__proto__' }, null],
  ])('is found by %s', (_how, properties, id) => {
    expect(find(namesOfFeature(properties as Record<string, unknown>))).toBe(id);
  });
});
