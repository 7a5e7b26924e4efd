/** Pictures of the ground, each fetched, decoded beside the page and laid on the land; taken off with everything that it held. */
import { useThree } from '@react-three/fiber';
import { useEffect, useMemo, useState } from 'react';
import {
  BufferAttribute,
  BufferGeometry,
  LinearFilter,
  LinearMipmapLinearFilter,
  Mesh,
  SRGBColorSpace,
  Texture,
} from 'three';
import { coveredBy } from '../../geometry/covered-triangles.ts';
import { type Quad, quadToPicture } from '../../geometry/quad-transform.ts';
import type { TerrainMesh } from '../../geometry/terrain-mesh.ts';
import { duringWork } from '../../state/busy.ts';
import type { GroundPicture } from '../../state/pictures.ts';
import { useSceneContext } from '../context.ts';
import { LAYER } from '../layers.ts';
import { decodePicture } from './decode-picture.ts';
import { createPictureMaterial } from './picture-material.ts';

const textureOf = (bitmap: ImageBitmap, anisotropy: number): Texture => {
  const texture = new Texture(bitmap);
  texture.flipY = false;
  texture.premultiplyAlpha = false;
  texture.colorSpace = SRGBColorSpace;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.anisotropy = anisotropy;
  texture.needsUpdate = true;
  return texture;
};

const useBitmap = ({ read }: GroundPicture, longestSidePx: number): ImageBitmap | null => {
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null);
  useEffect(() => {
    let gone = false;
    let mine: ImageBitmap | null = null;
    const load = async (): Promise<void> => {
      const blob = await read();
      if (!blob || gone) return;
      mine = await decodePicture(blob, longestSidePx);
      if (gone) mine.close();
      else setBitmap(mine);
    };
    // A picture that cannot be decoded leaves the land as it is.
    void duringWork('pictures', load).catch((error: unknown) => console.warn(error));
    return () => {
      gone = true;
      setBitmap(null);
      mine?.close();
    };
  }, [read, longestSidePx]);
  return bitmap;
};

interface PictureProps {
  readonly picture: GroundPicture;
  readonly arrays: TerrainMesh;
}

const PictureOnGround = ({ picture, arrays }: PictureProps) => {
  const { frame, light, quality, invalidate } = useSceneContext();
  const gl = useThree((state) => state.gl);
  const { maxTextureSize } = gl.capabilities;
  const bitmap = useBitmap(picture, Math.min(quality.longestPicturePx, maxTextureSize));
  const { corners } = picture;
  const mesh = useMemo(() => {
    const quad = corners.map((corner) => frame.toLocal(corner)) as unknown as Quad;
    const toPicture = quadToPicture(quad);
    if (!bitmap || !toPicture) return null;
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(arrays.positions, 3));
    geometry.setAttribute('normal', new BufferAttribute(arrays.normals, 4, true));
    geometry.setIndex(new BufferAttribute(coveredBy(quad, arrays), 1));
    const texture = textureOf(bitmap, quality.level === 'high' ? 8 : 1);
    const made = new Mesh(geometry, createPictureMaterial(light, quality, texture, toPicture));
    made.renderOrder = LAYER.pictures;
    made.matrixAutoUpdate = false;
    made.frustumCulled = false;
    made.raycast = () => undefined;
    return { made, texture };
  }, [bitmap, corners, frame, arrays, light, quality]);
  useEffect(() => {
    invalidate();
    return () => {
      mesh?.made.geometry.dispose();
      mesh?.made.material.dispose();
      mesh?.texture.dispose();
      invalidate();
    };
  }, [mesh, invalidate]);
  return mesh && <primitive object={mesh.made} />;
};

interface PicturesProps {
  readonly pictures: readonly GroundPicture[];
  readonly arrays: TerrainMesh;
}

export const GroundPictures = ({ pictures, arrays }: PicturesProps) =>
  pictures.map((picture) => <PictureOnGround key={picture.key} picture={picture} arrays={arrays} />);
