import { BoxGeometry, BufferAttribute, Group, Mesh, Raycaster, SphereGeometry, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { meetFeature } from './tile-features.ts';

const down = new Raycaster(new Vector3(0, 100, 0), new Vector3(0, -1, 0));
const batched = (geometry: BoxGeometry | SphereGeometry, id: number): Mesh => {
  geometry.setAttribute(
    '_batchid',
    new BufferAttribute(new Float32Array(geometry.getAttribute('position').count).fill(id), 1),
  );
  const mesh = new Mesh(geometry);
  // As every tile is drawn: found by nobody else's rays.
  mesh.raycast = () => undefined;
  return mesh;
};
const tileOf = (mesh: Mesh, rows: readonly object[]): Group => {
  const tile = new Group();
  Object.assign(tile, { batchTable: { getDataFromId: (id: number) => rows[id] } });
  const node = new Group();
  node.add(mesh);
  tile.add(node);
  tile.updateMatrixWorld(true);
  return tile;
};

describe('features that a ray meets', () => {
  it('are rows of the batch table of 3D Tiles 1.0', () => {
    const tile = tileOf(batched(new BoxGeometry(10, 10, 10), 1), [{ name: 'a' }, { name: 'b' }]);
    const met = meetFeature(tile, down);
    expect(met?.distance).toBeCloseTo(95);
    expect(met?.properties[0]).toEqual({ name: 'b' });
    expect(meetFeature(tile, new Raycaster(new Vector3(50, 100, 0), new Vector3(0, -1, 0)))).toBeNull();
  });

  it('are found through a search tree where a tile has many triangles, the nearest first', () => {
    const root = new Group();
    const far = tileOf(batched(new SphereGeometry(10, 64, 64), 0), [{ name: 'far' }]);
    const near = tileOf(batched(new SphereGeometry(5, 64, 64), 0), [{ name: 'near' }]);
    near.position.y = 40;
    root.add(far, near);
    root.updateMatrixWorld(true);
    const trianglesOf = (): number[] => {
      const [node] = far.children;
      const [mesh] = node?.children ?? [];
      return [...((mesh as Mesh).geometry.index?.array ?? [])];
    };
    const before = trianglesOf();
    const met = meetFeature(root, down);
    expect(met?.properties[0]).toEqual({ name: 'near' });
    expect(met?.distance).toBeCloseTo(55, 1);
    // What is drawn keeps the order of its triangles.
    expect(trianglesOf()).toEqual(before);
    near.visible = false;
    expect(meetFeature(root, down)?.properties[0]).toEqual({ name: 'far' });
  });

  it('are rows of a property table of 3D Tiles 1.1, by vertex', () => {
    const geometry = new BoxGeometry(10, 10, 10);
    const count = geometry.getAttribute('position').count;
    geometry.setAttribute('_feature_id_0', new BufferAttribute(new Float32Array(count).fill(7), 1));
    const mesh = new Mesh(geometry);
    mesh.name = 'node';
    const infos = [
      { texture: { index: 9 } },
      { attribute: 0, propertyTable: 2 },
      { attribute: 5, propertyTable: 2 },
    ];
    Object.assign(mesh.userData, {
      code: 'X1',
      meshFeatures: { getFeatureInfo: () => infos, getTextures: () => [] },
      structuralMetadata: { getPropertyTableData: (table: number, id: number) => ({ table, id }) },
    });
    expect(meetFeature(mesh, down)?.properties).toEqual([
      { table: 2, id: 7 },
      { code: 'X1', name: 'node' },
    ]);
  });

  it('are none of a photograph', () => {
    expect(meetFeature(new Mesh(new BoxGeometry(10, 10, 10)), down)).toBeNull();
  });
});
