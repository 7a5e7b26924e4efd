/**
 * What the import of a map is compared with, on the same file. MapLibre GL: the leanest program that people use for this; of those that
 * `../shared/RENDERING.md` measured, deck.gl took twice as long. And the barest drawing that one could write, as a floor: `JSON.parse`,
 * every polygon pulled up by earcut into one geometry, one plain material, one frame. Neither checks, stores or lists anything.
 */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openProfile } from '../browser/browser.ts';
import { serve } from '../server.mjs';

const pageOf = (script: string): string =>
  `<!doctype html><input type="file"><div id="map" style="width:900px;height:400px"></div>${script}`;

const MAPLIBRE_SOURCE = `
maplibregl.setWorkerUrl('maplibre-gl-csp-worker.js');
document.querySelector('input').addEventListener('change', async (event) => {
  const began = performance.now();
  const data = JSON.parse(await event.target.files[0].text());
  for (const { properties } of data.features) properties.h = Number(properties.height) || 9;
  const map = new maplibregl.Map({
    container: 'map',
    style: { version: 8, sources: {}, layers: [] },
    center: [-73.975, 40.77],
    zoom: 11.5,
    pitch: 50,
    interactive: false,
    attributionControl: false,
  });
  map.on('load', () => {
    map.addSource('houses', { type: 'geojson', data });
    map.addLayer({
      id: 'houses',
      type: 'fill-extrusion',
      source: 'houses',
      paint: { 'fill-extrusion-height': ['get', 'h'], 'fill-extrusion-color': '#999999' },
    });
    map.once('idle', () => {
      window.pictureMs = performance.now() - began;
    });
  });
});
`;

const BARE_SOURCE = `
import earcut from 'earcut';
import { BufferAttribute, BufferGeometry, DirectionalLight, Mesh, MeshLambertMaterial, PerspectiveCamera, Scene, WebGLRenderer } from 'three';

document.querySelector('input').addEventListener('change', async (event) => {
  const began = performance.now();
  const { features } = JSON.parse(await event.target.files[0].text());
  const [lng0, lat0] = [-73.99, 40.735];
  const positions = [];
  const indices = [];
  for (const { geometry, properties } of features) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
    const height = Number(properties.height) || 9;
    for (const rings of polygons) {
      const flat = [];
      const holes = [];
      for (const ring of rings) {
        if (flat.length > 0) holes.push(flat.length / 2);
        for (const [lng, lat] of ring.slice(0, -1)) flat.push((lng - lng0) * 84400, (lat - lat0) * 111050);
      }
      const first = positions.length / 3;
      const count = flat.length / 2;
      for (const z of [0, height]) for (let i = 0; i < count; i++) positions.push(flat[i * 2], z, -flat[i * 2 + 1]);
      for (const i of earcut(flat, holes)) indices.push(first + count + i);
      for (let i = 0; i < count; i++) {
        const j = (i + 1) % count;
        indices.push(first + i, first + j, first + count + j, first + i, first + count + j, first + count + i);
      }
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setIndex(new BufferAttribute(new Uint32Array(indices), 1));
  geometry.computeVertexNormals();
  const scene = new Scene();
  scene.add(new Mesh(geometry, new MeshLambertMaterial({ color: 0xcccccc })), new DirectionalLight(0xffffff, 3));
  const renderer = new WebGLRenderer();
  renderer.setSize(900, 400);
  document.body.append(renderer.domElement);
  const camera = new PerspectiveCamera(38, 900 / 400, 1, 20000);
  camera.position.set(0, 5000, 8000);
  camera.lookAt(0, 0, 0);
  renderer.render(scene, camera);
  // The frame stands when the card has drawn it.
  renderer.getContext().readPixels(0, 0, 1, 1, 6408, 5121, new Uint8Array(4));
  window.pictureMs = performance.now() - began;
});
`;

const openFile = async (folder: string, path: string, rounds: number): Promise<number[]> => {
  const { url, close } = await serve(folder, { port: 0 });
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { page, close: closeProfile } = await openProfile(new URL(url).origin);
    page.setDefaultTimeout(120_000);
    await page.goto(url);
    await page.locator('input').setInputFiles(path);
    await page.waitForFunction(() => 'pictureMs' in window);
    times.push(await page.evaluate(() => (window as unknown as { pictureMs: number }).pictureMs));
    await closeProfile();
  }
  await close();
  return times;
};

const inFolder = async <T>(job: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-peer-'));
  try {
    return await job(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** From the file's arrival until MapLibre rests, milliseconds. */
export const maplibrePictureMs = (path: string, rounds: number): Promise<number[]> =>
  inFolder(async (folder) => {
    const parts = dirname(createRequire(import.meta.url).resolve('maplibre-gl'));
    for (const name of ['maplibre-gl-csp.js', 'maplibre-gl-csp-worker.js'])
      copyFileSync(join(parts, name), join(folder, name));
    writeFileSync(join(folder, 'peer.js'), MAPLIBRE_SOURCE);
    const scripts = '<script src="maplibre-gl-csp.js"></script><script src="peer.js"></script>';
    writeFileSync(join(folder, 'index.html'), pageOf(scripts));
    return openFile(folder, path, rounds);
  });

/** From the file's arrival to the frame of the barest drawing, milliseconds. */
export const barestPictureMs = (path: string, rounds: number): Promise<number[]> =>
  inFolder(async (folder) => {
    const { rolldown } = await import('rolldown');
    const entry = join(process.cwd(), '.cache', 'barest-peer-entry.mjs');
    writeFileSync(entry, BARE_SOURCE);
    const bundle = await rolldown({ input: entry, platform: 'browser', logLevel: 'silent' });
    await bundle.write({ file: join(folder, 'peer.js'), format: 'esm', minify: true });
    await bundle.close();
    rmSync(entry);
    writeFileSync(join(folder, 'index.html'), pageOf('<script type="module" src="peer.js"></script>'));
    return openFile(folder, path, rounds);
  });
