/** A primitive that is compressed with Draco (KHR_draco_mesh_compression). */
import type { DracoModule } from 'draco3dgltf/draco_decoder_gltf_nodejs.js';
import { bytesOfComponent, type Numbers, numbersOfDecoded, shapeOf } from './accessors.ts';
import { indexOf, type JsonRecord, recordOf } from './json-value.ts';
import type { Resources } from './resources.ts';
import { Unusable } from './unusable.ts';

export interface Decoded {
  /** By semantic: `POSITION`. */
  readonly attributes: ReadonlyMap<string, Numbers>;
  readonly indices: Uint32Array;
}

const damaged = (detail: string): Unusable =>
  new Unusable('gltf.draco', `Draco 压缩数据损坏（${detail}）。`, `The Draco data are damaged (${detail}).`);

type Free = () => void;

/** Copies what `fill` writes into the decoder's memory. */
const copied = (draco: DracoModule, bytes: number, fill: (at: number) => boolean): Uint8Array => {
  const at = draco._malloc(bytes);
  try {
    if (!fill(at)) throw damaged('attribute');
    // Taken after the call: the memory may have moved while it grew.
    return draco.HEAPU8.slice(at, at + bytes);
  } finally {
    draco._free(at);
  }
};

const decode = (
  draco: DracoModule,
  source: Uint8Array,
  primitive: JsonRecord,
  packed: JsonRecord,
  { json, budget }: Resources,
): Decoded => {
  const frees: Free[] = [];
  const owned = <T>(object: T): T => {
    frees.push(() => draco.destroy(object));
    return object;
  };
  try {
    const decoder = owned(new draco.Decoder());
    const buffer = owned(new draco.DecoderBuffer());
    buffer.Init(new Int8Array(source.buffer, source.byteOffset, source.byteLength), source.byteLength);
    if (decoder.GetEncodedGeometryType(buffer) !== draco.TRIANGULAR_MESH) throw damaged('no mesh');
    const mesh = owned(new draco.Mesh());
    const status = decoder.DecodeBufferToMesh(buffer, mesh);
    if (!status.ok()) throw damaged(status.error_msg());
    const [points, faces] = [mesh.num_points(), mesh.num_faces()];
    const types: Readonly<Record<number, number>> = {
      5120: draco.DT_INT8,
      5121: draco.DT_UINT8,
      5122: draco.DT_INT16,
      5123: draco.DT_UINT16,
      5125: draco.DT_UINT32,
      5126: draco.DT_FLOAT32,
    };
    const attributes = new Map<string, Numbers>();
    for (const [semantic, id] of Object.entries(recordOf(packed['attributes']) ?? {})) {
      const accessor = indexOf(recordOf(primitive['attributes'])?.[semantic]);
      if (accessor === null || indexOf(id) === null) continue;
      const shape = shapeOf(json, accessor);
      const attribute = decoder.GetAttributeByUniqueId(mesh, id as number);
      const type = types[shape.componentType];
      if (type === undefined || attribute.num_components() !== shape.size) throw damaged(semantic);
      const bytes = points * shape.size * bytesOfComponent(shape);
      budget.take(2 * bytes);
      const raw = copied(draco, bytes, (at) =>
        decoder.GetAttributeDataArrayForAllPoints(mesh, attribute, type, bytes, at),
      );
      attributes.set(semantic, numbersOfDecoded(shape, raw, points));
      budget.give(bytes);
    }
    budget.take(faces * 12);
    const triangles = copied(draco, faces * 12, (at) =>
      decoder.GetTrianglesUInt32Array(mesh, faces * 12, at),
    );
    return { attributes, indices: new Uint32Array(triangles.buffer, triangles.byteOffset, faces * 3) };
  } finally {
    for (const free of frees.reverse()) free();
  }
};

export const readDraco = async (
  resources: Resources,
  primitive: JsonRecord,
  packed: JsonRecord,
): Promise<Decoded> => {
  const view = indexOf(packed['bufferView']);
  if (view === null) throw damaged('bufferView');
  const { bytes } = await resources.view(view);
  const draco = await resources.decoders.draco();
  try {
    return decode(draco, bytes, primitive, packed, resources);
  } catch (error) {
    if (error instanceof Unusable) throw error;
    resources.decoders.forgetDraco();
    throw damaged(error instanceof Error ? error.message : String(error));
  }
};
