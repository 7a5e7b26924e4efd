/** What of a plan the preview shows: colours by outcome, counts, meshes in place of footprints. */
import type { Building, LngLat } from '../../../../domain/records/index.ts';
import { createFrame } from '../../../../geometry/frame.ts';
import { meshesByBuilding } from '../../../../state/models.ts';
import type { Ready } from './changes-to-write.ts';
import type { LocatedMesh, LocatedSet } from '../../../../transfer/crs/located-set.ts';
import type { BroughtOutline, OutcomeCounts } from './views.ts';

/** 0 untouched, 1 new, 2 changed, 3 linked. */
export const statesOf = (standing: readonly Building[], { plan }: Ready): Uint8Array => {
  const created = new Set(plan.created.map(({ id }) => id));
  const updated = new Set(plan.updated.map(({ id }) => id));
  const linked = new Set(
    plan.objects.flatMap(({ outcome, match }) => (outcome === 'linked' && match ? [match.buildingId] : [])),
  );
  return Uint8Array.from(standing, ({ id }) =>
    created.has(id) ? 1 : updated.has(id) ? 2 : linked.has(id) ? 3 : 0,
  );
};

export const countOutcomes = ({ plan }: Ready): OutcomeCounts => {
  const counts = { created: 0, updated: 0, linked: 0, unchanged: 0, unlinked: 0 };
  for (const { outcome } of plan.objects) counts[outcome]++;
  return counts;
};

/** The meshes that stand for buildings. */
export const modelsOf = ({ plan }: Ready, anchor: LngLat) => {
  const byKey = new Map(plan.meshes.map((mesh) => [mesh.key, mesh]));
  const linked = plan.objects.flatMap(({ key, match }) => {
    const mesh = byKey.get(key);
    return match && mesh ? [{ buildingId: match.buildingId, mesh }] : [];
  });
  return meshesByBuilding(linked, createFrame(anchor));
};

/** More are no clearer, and no easier to take. */
const MOST_OUTLINES = 4000;

/** Of a mesh: the upright box around it. */
const boxOf = ({ origin, positions }: LocatedMesh): BroughtOutline => {
  const [low, high] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ] as [[number, number], [number, number]];
  let top = 0;
  for (let at = 0; at < positions.length; at += 3) {
    for (const axis of [0, 1] as const) {
      const value = positions[at + axis] as number;
      low[axis] = Math.min(low[axis], value);
      high[axis] = Math.max(high[axis], value);
    }
    top = Math.max(top, positions[at + 2] as number);
  }
  const own = createFrame(origin);
  const ring = [low, [high[0], low[1]], high, [low[0], high[1]]].map(([x = 0, y = 0]) =>
    own.toLngLat([x, y]),
  );
  return { ring, heightMetres: Math.max(top, 1) };
};

export const outlinesOf = ({ buildings }: LocatedSet): BroughtOutline[] =>
  buildings.slice(0, MOST_OUTLINES).flatMap(({ mesh, footprint, heightMetres }) => {
    if (mesh) return [boxOf(mesh)];
    const ring = footprint[0]?.[0];
    return ring ? [{ ring, heightMetres: heightMetres ?? 3 }] : [];
  });
