/** How the wall's browser is started, and started again. */
import { describe, expect, it } from 'vitest';
import { kioskArguments, nextWait, wallAddress } from '../scripts/lib/kiosk.mjs';

describe('the kiosk', () => {
  it('is one full window in a profile of its own', () => {
    const args = kioskArguments({ url: 'http://127.0.0.1:5320/#/wall', profile: '/p', position: '1920,0' });
    expect(args).toContain('--kiosk');
    expect(args).toContain('--app=http://127.0.0.1:5320/#/wall');
    expect(args).toContain('--user-data-dir=/p');
    expect(args).toContain('--window-position=1920,0');
    expect(args).not.toContain('--no-sandbox');
    expect(kioskArguments({ url: 'x', profile: '/p', root: true })).toContain('--no-sandbox');
  });

  it.each([
    ['http://h:1', '', 'http://h:1/#/wall'],
    ['http://h:1/', '?tour=grid-3', 'http://h:1/#/wall?tour=grid-3'],
    ['http://h:1/linli/', 'set=%7B%7D', 'http://h:1/linli/#/wall?set=%7B%7D'],
  ])('%s with “%s” shows %s', (base, query, url) => expect(wallAddress(base, query)).toBe(url));

  it('waits longer and longer for a browser that will not run, and not after one that ran', () => {
    let wait = 0;
    const waits = Array.from({ length: 10 }, () => {
      wait = nextWait(1000, wait);
      return wait;
    });
    expect(waits[0]).toBe(2000);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(300_000);
    expect(nextWait(3_600_000, 300_000)).toBe(2000);
  });
});
