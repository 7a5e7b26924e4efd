/**
 * Feature ids that lie in a texture (EXT_mesh_features): the texel that a point of a mesh shows. 3d-tiles-renderer reads it with a WebGL
 * context of its own, waiting for the card; a single pixel on a canvas of two dimensions is read at once and costs nothing beside.
 */
import {
  ClampToEdgeWrapping,
  InstancedMesh,
  type Intersection,
  type Mesh,
  MirroredRepeatWrapping,
  type Texture,
  Triangle,
  Vector2,
  Vector3,
  type Wrapping,
} from 'three';

export interface TextureInfo {
  readonly index: number;
  readonly texCoord?: number;
  readonly channels?: readonly number[];
}

/** Red, green, blue, alpha of one texel, 0 to 255 each; null where the image cannot be drawn. */
export type ReadTexel = (image: unknown, x: number, y: number) => ArrayLike<number> | null;

let canvas: OffscreenCanvasRenderingContext2D | null = null;

const isDrawable = (image: unknown): image is ImageBitmap | HTMLImageElement =>
  image instanceof ImageBitmap || image instanceof HTMLImageElement;

const readOnCanvas: ReadTexel = (image, x, y) => {
  if (!isDrawable(image)) return null;
  canvas ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!canvas) return null;
  canvas.clearRect(0, 0, 1, 1);
  canvas.drawImage(image, x, y, 1, 1, 0, 0, 1, 1);
  return canvas.getImageData(0, 0, 1, 1).data;
};

/** Which of so many texels a coordinate means, as its sampler repeats it. */
const texelOf = (coordinate: number, size: number, wrapping: Wrapping): number => {
  const at = Math.floor(coordinate * size);
  if (wrapping === ClampToEdgeWrapping) return Math.min(size - 1, Math.max(0, at));
  const round = wrapping === MirroredRepeatWrapping ? 2 * size : size;
  const within = ((at % round) + round) % round;
  return within < size ? within : round - 1 - within;
};

const point = new Vector3();
const corners = [new Vector3(), new Vector3(), new Vector3()] as const;
const coordinates = [new Vector2(), new Vector2(), new Vector2()] as const;
const met = new Vector2();

/** Where in the texture the point of a hit lies; null where the mesh has no such coordinates. */
const coordinateAt = (mesh: Mesh, { point: hit, face }: Intersection, set: number): Vector2 | null => {
  const positions = mesh.geometry.getAttribute('position');
  const uv = mesh.geometry.getAttribute(set === 0 ? 'uv' : `uv${set}`);
  // A mesh that stands many times would need the place of the one that was met.
  if (!face || !positions || !uv || mesh instanceof InstancedMesh) return null;
  mesh.worldToLocal(point.copy(hit));
  for (const [i, corner] of [face.a, face.b, face.c].entries()) {
    corners[i as 0]?.fromBufferAttribute(positions, corner);
    coordinates[i as 0]?.set(uv.getX(corner), uv.getY(corner));
  }
  return Triangle.getInterpolation(point, ...corners, ...coordinates, met);
};

const ALPHA = 3;
const OPAQUE = 255;

/** The id at the point of a hit; null where none can be told for certain. */
export const textureIdAt = (
  mesh: Mesh,
  hit: Intersection,
  { index, texCoord = 0, channels = [0] }: TextureInfo,
  textures: readonly (Texture | null | undefined)[],
  readTexel: ReadTexel = readOnCanvas,
): number | null => {
  const texture = textures[index];
  const image = texture?.image as { readonly width?: number; readonly height?: number } | undefined;
  const uv = coordinateAt(mesh, hit, texCoord);
  if (!texture || !image?.width || !image.height || !uv) return null;
  const texel = readTexel(
    image,
    texelOf(uv.x, image.width, texture.wrapS),
    // Rows from the top, as glTF counts them.
    texelOf(uv.y, image.height, texture.wrapT),
  );
  if (!texel) return null;
  // A canvas keeps colours multiplied by alpha: what is see-through has lost digits, and another id would be another building.
  if (texel[ALPHA] !== OPAQUE && channels.some((channel) => channel !== ALPHA)) return null;
  return channels.reduce((id, channel, digit) => id + (texel[channel] ?? 0) * 256 ** digit, 0);
};
