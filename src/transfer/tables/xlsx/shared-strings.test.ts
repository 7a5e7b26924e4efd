import { describe, expect, it } from 'vitest';
import { random32 } from '../../../domain/random32.ts';
import { SharedStrings } from './shared-strings.ts';

describe('SharedStrings', () => {
  it('gives every text back, in any order, and none that is not there', () => {
    const texts = Array.from({ length: 60_000 }, (_, i) => `云知秋 ${i} "\n𠮷`);
    const strings = new SharedStrings();
    for (const text of texts) strings.push(text);
    expect(texts.every((text, i) => strings.get(i) === text)).toBe(true);
    const random = random32(3);
    for (let i = 0; i < 5_000; i++) {
      const at = Math.floor(random() * texts.length);
      expect(strings.get(at)).toBe(texts[at]);
      expect(strings.get(at % 3)).toBe(texts[at % 3]);
    }
    for (const none of [60_000, 1e9, -1, 0.5, Number.NaN]) expect(strings.get(none)).toBeUndefined();
  });
});
