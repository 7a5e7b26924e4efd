/** The triangles of each building: of a candidate's nodes, divided by feature ids where the mesh has them. */
import type { Pace } from '../pace.ts';
import type { Problems } from '../problem.ts';
import type { BatchTable } from '../tiles/b3dm.ts';
import type { Candidate } from './candidates.ts';
import type { Features } from './feature-ids.ts';
import { type Instance, readInstances } from './instances.ts';
import { type Attributes, attributesOf, idIn, nameIn } from './json-value.ts';
import { MeshBuilder } from './mesh-builder.ts';
import type { Mesh } from './meshes.ts';
import type { Primitive } from './primitives.ts';
import type { PropertyTable } from './property-tables.ts';
import type { Resources } from './resources.ts';
import type { Textures } from './textures.ts';
import { orProblem } from './unusable.ts';

export interface Piece {
  readonly label: string;
  readonly name: string;
  readonly where: string;
  readonly attributes: Attributes;
  readonly builder: MeshBuilder;
}

export interface Model {
  readonly resources: Resources;
  readonly meshes: ReadonlyMap<number, Mesh>;
  readonly tables: readonly (PropertyTable | null)[];
  readonly batchTable: BatchTable | null;
  readonly textures: Textures;
  readonly problems: Problems;
}

type Table = Features['table'];

const rowOf = ({ tables, batchTable }: Model, table: Table, id: number): Attributes => {
  if (table === 'batch') return attributesOf(batchTable?.row(id));
  return table === null ? {} : (tables[table]?.row(id) ?? {});
};

/** Triangles by the feature of their first corner; those of nobody under null. */
const byFeature = ({ indices, features }: Primitive): Map<number | null, number[]> => {
  const groups = new Map<number | null, number[]>();
  for (let i = 0; i < indices.length; i += 3) {
    const id = features?.ids[indices[i] as number] ?? null;
    const owner = id !== null && Number.isSafeInteger(id) && id >= 0 && id !== features?.nobody ? id : null;
    const group = groups.get(owner) ?? [];
    if (group.length === 0) groups.set(owner, group);
    group.push(indices[i] as number, indices[i + 1] as number, indices[i + 2] as number);
  }
  return groups;
};

/** All pieces of the candidates, in order of appearance; those without a triangle are none. */
export const collectPieces = async (
  model: Model,
  candidates: readonly Candidate[],
  pace: Pace,
): Promise<Piece[]> => {
  const { resources, problems, textures } = model;
  const pieces = new Map<string, Piece>();

  const pieceOf = (key: string, describe: () => Omit<Piece, 'builder'>): Piece => {
    const piece = pieces.get(key) ?? { ...describe(), builder: new MeshBuilder(resources.budget) };
    pieces.set(key, piece);
    return piece;
  };
  const ofCandidate = (candidate: Candidate, at: number): Piece =>
    pieceOf(`candidate ${at}`, () => ({
      label: candidate.label,
      name: candidate.name,
      where: candidate.where,
      attributes: candidate.attributes,
    }));
  /** Features of a table are the same object wherever they appear; without one they belong to their candidate. */
  const ofFeature = (
    candidate: Candidate,
    at: number,
    table: Table,
    id: number,
    label: string | null,
  ): Piece =>
    pieceOf(table === null ? `candidate ${at} feature ${id}` : `table ${table} row ${id}`, () => {
      const attributes = rowOf(model, table, id);
      const plain =
        label ?? (typeof table === 'number' ? model.tables[table]?.name : null) ?? candidate.label;
      const name = nameIn(attributes) ?? idIn(attributes) ?? `${plain} ${id}`;
      return {
        label: idIn(attributes) ?? name,
        name,
        where: `${candidate.where}, feature ${id}`,
        attributes,
      };
    });

  const addPrimitive = (
    candidate: Candidate,
    at: number,
    primitive: Primitive,
    instance: Instance,
    texture: number,
  ): void => {
    const { features } = primitive;
    if (instance.feature !== null) {
      ofFeature(candidate, at, instance.table, instance.feature, null).builder.add(
        primitive,
        primitive.indices,
        instance.world,
        texture,
      );
      return;
    }
    if (features === null) {
      ofCandidate(candidate, at).builder.add(primitive, primitive.indices, instance.world, texture);
      return;
    }
    resources.budget.take(primitive.indices.length * 8);
    for (const [id, triangles] of byFeature(primitive))
      (id === null
        ? ofCandidate(candidate, at)
        : ofFeature(candidate, at, features.table, id, features.label)
      ).builder.add(primitive, triangles, instance.world, texture);
    resources.budget.give(primitive.indices.length * 8);
  };

  for (const [at, candidate] of candidates.entries())
    for (const node of candidate.nodes) {
      const instances = await readInstances(resources, node, problems);
      for (const primitive of model.meshes.get(node.mesh ?? -1)?.primitives ?? []) {
        const texture = await textures.slot(primitive.material.image);
        await orProblem(problems, `nodes[${node.index}]`, async () => {
          for (const instance of instances) {
            addPrimitive(candidate, at, primitive, instance, texture);
            await pace(0);
          }
        });
      }
    }
  return [...pieces.values()].filter((piece) => !piece.builder.isEmpty);
};
