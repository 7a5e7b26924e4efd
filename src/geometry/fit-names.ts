/**
 * Which names of places are written at length and which in short, so that all of them have room: every name first takes the room of its
 * short form, then, the nearest first, as much more as is left. A name that is written at length already needs less room to stay so.
 */

export interface NameSize {
  readonly halfWidth: number;
  readonly height: number;
}
export interface NamePlace {
  /** What the name stands on, pixels, y down. */
  readonly x: number;
  readonly y: number;
  readonly long: NameSize;
  readonly short: NameSize;
}
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Space on every side that a name needs before it is written at length, and to stay so; the layout of labels keeps apart as much. */
const TO_COME_PX = 6;
const TO_STAY_PX = 2;

const overlap = (a: NamePlace, b: NamePlace, sizeA: NameSize, sizeB: NameSize, apart: number): boolean =>
  Math.abs(a.x - b.x) < sizeA.halfWidth + sizeB.halfWidth + apart &&
  a.y - sizeA.height < b.y + apart &&
  b.y - sizeB.height < a.y + apart;

/** 1 for each name that is written at length; `before` is the answer of the frame before. */
export const fitNames = (places: readonly NamePlace[], room: Room, before: Uint8Array): Uint8Array => {
  const atLength = new Uint8Array(places.length);
  const nearestFirst = places.map((_, at) => at).sort((a, b) => (places[b]?.y ?? 0) - (places[a]?.y ?? 0));
  for (const at of nearestFirst) {
    const place = places[at] as NamePlace;
    const { halfWidth, height } = place.long;
    const inside =
      place.x - halfWidth >= room.left &&
      place.x + halfWidth <= room.right &&
      place.y - height >= room.top &&
      place.y <= room.bottom;
    const apart = before[at] ? TO_STAY_PX : TO_COME_PX;
    const free = places.every(
      (other, k) =>
        k === at || !overlap(place, other, place.long, atLength[k] ? other.long : other.short, apart),
    );
    if (inside && free) atLength[at] = 1;
  }
  return atLength;
};
