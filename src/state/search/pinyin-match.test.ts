import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BEGINS,
  FULL,
  INITIALS,
  INSIDE,
  initialsMask,
  letterBit,
  MIXED,
  type Syllables,
  scorePinyin,
} from './pinyin-match.ts';
import { syllablesOf, syllablesOfName } from './syllables.ts';

const WEI: Syllables = [['zhang'], ['xiao'], ['wei']];

describe('scorePinyin', () => {
  it.each([
    ['zhangxiaowei', FULL],
    ['zxw', INITIALS],
    ['zhang', BEGINS],
    ['zhangx', BEGINS],
    ['zhangxw', BEGINS],
    ['zhxw', MIXED],
    ['zxiaow', MIXED],
    ['xiaowei', INSIDE],
    ['xw', INSIDE],
    ['wei', INSIDE],
    ['zw', 0],
    ['zhangxiaoweiq', 0],
    ['hang', 0],
  ])('reads %s', (query, score) => expect(scorePinyin(WEI, query)).toBe(score));

  it('finds every name by any cut of its syllables', () => {
    const letters = fc.constantFrom('wang', 'li', 'zhao', 'chen', 'xian', 'e', 'lv', 'shi');
    fc.assert(
      fc.property(fc.array(fc.tuple(letters, fc.boolean()), { minLength: 1, maxLength: 4 }), (parts) => {
        const syllables = parts.map(([reading]) => [reading]);
        const typed = parts.map(([reading, whole]) => (whole ? reading : reading.slice(0, 1))).join('');
        expect(scorePinyin(syllables, typed)).toBeGreaterThan(INSIDE);
        expect(initialsMask(syllables) & letterBit(typed)).not.toBe(0);
      }),
    );
  });
});

describe('syllables', () => {
  it.each([
    ['单雄', 'shanxiong'],
    ['曾国', 'zengguo'],
    ['尉迟恭', 'yuchigong'],
    ['万俟华', 'moqihua'],
    ['欧阳修', 'ouyangxiu'],
    ['解明', 'xieming'],
    ['吕梅', 'lvmei'],
    ['仇英', 'qiuying'],
    ['任重', 'renzhong'],
  ])('reads the surname of %s as %s', (name, typed) => {
    expect(scorePinyin(syllablesOfName(name), typed)).toBe(FULL);
  });
  it('knows the other readings too', () => {
    expect(scorePinyin(syllablesOfName('单雄'), 'danxiong')).toBe(FULL);
    expect(scorePinyin(syllablesOfName('王乐'), 'wangyue')).toBe(FULL);
    expect(scorePinyin(syllablesOfName('王乐'), 'wangle')).toBe(FULL);
  });
  it('reads digits and Latin letters as themselves', () => {
    expect(scorePinyin(syllablesOf('云和家园3号楼'), 'yhjy3hl')).toBe(INITIALS);
  });
});
