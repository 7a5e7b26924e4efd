import {
  Box3,
  BufferGeometry,
  DoubleSide,
  ExtrudeGeometry,
  Float32BufferAttribute,
  Path,
  Ray,
  Shape,
  Vector3,
} from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { MeshBVH } from 'three-mesh-bvh';
import { describe, expect, it } from 'vitest';
import { random32 } from '../domain/random32.ts';
import { type LocalPolygon, orientPolygon } from './local-polygon.ts';
import type { Point } from './polygon.ts';
import { createPrismPicker, type PickerBuilding } from './prism-picker.ts';

const town = (count: number, seed: number): PickerBuilding[] => {
  const random = random32(seed);
  const side = Math.sqrt(count) * 40;
  return Array.from({ length: count }, (_, i) => {
    const cx = (random() - 0.5) * side;
    const cy = (random() - 0.5) * side;
    const points = 4 + Math.floor(random() * 8);
    const outside = Array.from({ length: points }, (_, k): Point => {
      const angle = (2 * Math.PI * k) / points;
      const r = 6 + random() * 14;
      return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
    });
    const hole = outside.map(([x, y]): Point => [cx + (x - cx) * 0.4, cy + (y - cy) * 0.4]);
    const footprint: LocalPolygon = orientPolygon(i % 4 === 0 ? [outside, hole] : [outside]);
    const bottom = random() * 6 - 3;
    return { footprint, bottom, top: bottom + 3 + random() * 90 };
  });
};

const meshOf = (buildings: readonly PickerBuilding[]): BufferGeometry => {
  const parts = buildings.map((b, i) => {
    const [outside, ...holes] = b.footprint;
    const shape = new Shape();
    shape.setFromPoints((outside ?? []).map(([x, y]) => ({ x, y })) as never);
    shape.holes = holes.map((h) => new Path(h.map(([x, y]) => ({ x, y })) as never));
    const g = new ExtrudeGeometry(shape, {
      depth: b.top - b.bottom,
      bevelEnabled: false,
      steps: 1,
    }).translate(0, 0, b.bottom);
    g.setAttribute(
      'building',
      new Float32BufferAttribute(new Float32Array(g.getAttribute('position').count).fill(i), 1),
    );
    return g;
  });
  return mergeGeometries(parts) as BufferGeometry;
};

describe('createPrismPicker', () => {
  for (const seed of [1, 2, 3])
    it(`agrees with a triangle BVH (seed ${seed})`, () => {
      const buildings = town(300, seed);
      const picker = createPrismPicker(buildings);
      const geometry = meshOf(buildings);
      const bvh = new MeshBVH(geometry, { indirect: true });
      const owner = geometry.getAttribute('building');
      const random = random32(seed + 100);
      const box = new Box3().setFromBufferAttribute(geometry.getAttribute('position') as never);
      const at = (): Vector3 =>
        new Vector3(
          box.min.x + random() * (box.max.x - box.min.x),
          box.min.y + random() * (box.max.y - box.min.y),
          box.min.z + random() * (box.max.z - box.min.z),
        );
      let hits = 0;
      for (let k = 0; k < 1500; k++) {
        const from = at().setZ(100 + random() * 300);
        const to = at();
        const direction = to.clone().sub(from).normalize();
        const hit = bvh.raycastFirst(new Ray(from, direction), DoubleSide);
        const { index, distance } = picker.pick({
          ox: from.x,
          oy: from.y,
          oz: from.z,
          dx: direction.x,
          dy: direction.y,
          dz: direction.z,
        });
        if (!hit) {
          expect(index).toBe(-1);
          continue;
        }
        hits++;
        expect(distance).toBeCloseTo(hit.distance, 2);
        // Overlapping buildings may share a wall to the millimetre; otherwise the same one is met.
        if (Math.abs(distance - hit.distance) < 1e-4) expect(index).toBe(owner.getX(hit.face?.a ?? -1));
      }
      expect(hits).toBeGreaterThan(500);
    });

  it('passes over skipped buildings, looks straight down, and knows what stands between two points', () => {
    const square = (x: number, y: number): LocalPolygon => [
      [
        [x, y],
        [x + 10, y],
        [x + 10, y + 10],
        [x, y + 10],
      ],
    ];
    const picker = createPrismPicker([
      { footprint: square(0, 0), bottom: 0, top: 20 },
      { footprint: square(30, 0), bottom: 0, top: 20 },
    ]);
    const east = { ox: -50, oy: 5, oz: 10, dx: 1, dy: 0, dz: 0 };
    expect(picker.pick(east)).toEqual({ index: 0, distance: 50 });
    expect(picker.pick(east, Uint8Array.of(1, 0))).toEqual({ index: 1, distance: 80 });
    expect(picker.pick(east, null, 40).index).toBe(-1);
    expect(picker.pick({ ox: 35, oy: 5, oz: 100, dx: 0, dy: 0, dz: -1 })).toEqual({ index: 1, distance: 80 });
    expect(picker.at(5, 5)).toBe(0);
    expect(picker.at(20, 5)).toBe(-1);
    expect(picker.blocks(-5, 5, 10, 50, 5, 10)).toBe(true);
    expect(picker.blocks(-5, 5, 10, 20, 5, 10, 0)).toBe(false);
    expect(picker.blocks(-5, 5, 30, 50, 5, 30)).toBe(false);
    expect(createPrismPicker([]).pick(east).index).toBe(-1);
  });

  it('stays small and quick at ten thousand buildings', () => {
    const buildings = town(10_000, 7);
    const picker = createPrismPicker(buildings);
    expect(picker.bytes / buildings.length).toBeLessThan(180);
    const random = random32(9);
    const start = performance.now();
    const rays = 4000;
    for (let k = 0; k < rays; k++) {
      const dx = random() - 0.5;
      const dy = random() - 0.5;
      picker.pick({ ox: -2000 * dx, oy: -2000 * dy, oz: 400, dx, dy, dz: -0.15 });
    }
    const microseconds = ((performance.now() - start) * 1000) / rays;
    // Ten times the figure to reach: a guard against a broken grid, not a bench.
    expect(microseconds).toBeLessThan(500);
    console.info(
      `pick ${microseconds.toFixed(1)} µs a ray, ${(picker.bytes / buildings.length).toFixed(0)} bytes a building`,
    );
  });
});
