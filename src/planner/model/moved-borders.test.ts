/** What is drawn as moved has moved. */
import { expect, it } from 'vitest';
import { movedBorders } from './moved-borders.ts';

it('a border with another neighbour or a point more stays where it is', () => {
  const cut = [
    [0, 0, 400, 1],
    [400, 1, 1000, 0],
  ] as const;
  expect(movedBorders({ bordersGone: [[0, 0, 1000, 0]], bordersNew: cut })).toEqual({
    bordersGone: [],
    bordersNew: [],
  });
  expect(
    movedBorders({
      bordersGone: [
        [0, 0, 1000, 0],
        [0, 0, 0, 500],
      ],
      bordersNew: [...cut, [0, 0, 300, 500]],
    }),
  ).toEqual({ bordersGone: [[0, 0, 0, 500]], bordersNew: [[0, 0, 300, 500]] });
});
