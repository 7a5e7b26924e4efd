/** Buildings by what people type. */
import { describe, expect, it } from 'vitest';
import { findBuildings } from './find-buildings.ts';

const building = (id: string, estate: string, name: string, number: string, aliases: string[] = []) => ({
  ...{ id, estate, name, number, aliases },
});
const ALL = [
  building('a', '和顺家园', '3号楼', '3'),
  building('b', '和顺家园', '13号楼', '13'),
  building('c', '锦绣苑', '3号楼', '3'),
  building('d', '', '云和社区服务中心', '', ['党群中心']),
];

describe('findBuildings', () => {
  it.each([
    ['和顺家园3号楼', ['a']],
    ['和顺家园 3幢2单元502', ['a']],
    ['和顺家园三号楼', ['a']],
    ['3号楼', ['a', 'c', 'b']],
    ['３栋', ['a', 'c']],
    ['锦绣苑3-2-502', ['c']],
    ['党群中心', ['d']],
    ['服务中心', ['d']],
    ['', []],
    ['没有这里', []],
  ])('%s', (typed, ids) => expect(findBuildings(typed, ALL).map(({ id }) => id)).toEqual(ids));
});
