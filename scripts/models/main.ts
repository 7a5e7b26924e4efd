/** Writes the GLB models of `public/models`: the ten facility symbols, trees and small buildings; joined, welded and quantised. */
import { mkdir, writeFile } from 'node:fs/promises';
import { Document, Logger, NodeIO } from '@gltf-transform/core';
import { KHRMeshQuantization } from '@gltf-transform/extensions';
import { dedup, prune, quantize, weld } from '@gltf-transform/functions';
import { LANDMARKS } from './landmarks.ts';
import { PLANTS } from './plants.ts';
import type { Mesh } from './solids.ts';
import { FACILITY_SYMBOLS, facilitySymbol } from './symbols.ts';

const OUT = 'public/models';
const io = new NodeIO().registerExtensions([KHRMeshQuantization]);

const write = async (name: string, mesh: Mesh): Promise<string> => {
  const document = new Document().setLogger(new Logger(Logger.Verbosity.WARN));
  const buffer = document.createBuffer();
  const accessor = (values: number[]) =>
    document.createAccessor().setType('VEC3').setArray(new Float32Array(values)).setBuffer(buffer);
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor(mesh.positions))
    .setAttribute('NORMAL', accessor(mesh.normals))
    .setAttribute('COLOR_0', accessor(mesh.colours))
    .setMaterial(document.createMaterial('paint').setRoughnessFactor(0.85).setMetallicFactor(0));
  const node = document.createNode(name).setMesh(document.createMesh(name).addPrimitive(primitive));
  document.createScene(name).addChild(node);
  await document.transform(dedup(), weld(), quantize({ quantizeColor: 8 }), prune());
  const bytes = await io.writeBinary(document);
  await writeFile(`${OUT}/${name}.glb`, bytes);
  return `${name}: ${mesh.positions.length / 9} triangles, ${(bytes.length / 1024).toFixed(1)} KB`;
};

await mkdir(OUT, { recursive: true });
for (const kind of FACILITY_SYMBOLS) console.log(await write(`facility-${kind}`, facilitySymbol(kind)));
for (const [name, make] of [...Object.entries(PLANTS), ...Object.entries(LANDMARKS)])
  console.log(await write(name, make()));
