/** The pictures that meshes really use, each once. One that is missing costs only itself. */
import { readPictureHeader } from '../imagery/picture-header.ts';
import type { SourceTexture } from '../places/place-set.ts';
import type { Problems } from '../problem.ts';
import { type JsonRecord, recordAt, textOf } from './json-value.ts';
import { imageCount } from './materials.ts';
import type { Resources } from './resources.ts';
import { Unusable } from './unusable.ts';

export interface Textures {
  /** Place of an image in `list`; -1 where it cannot be had. */
  slot(image: number | null): Promise<number>;
  readonly list: readonly SourceTexture[];
  /** Tells what was not used. */
  tellUnused(): void;
}

const nameOf = (image: JsonRecord, index: number): string => {
  const uri = textOf(image['uri']);
  const file = uri === null || /^data:/i.test(uri) ? null : (uri.split(/[/\\]/).at(-1) ?? null);
  return textOf(image['name']) ?? file ?? `image ${index}`;
};

export const createTextures = (resources: Resources, problems: Problems): Textures => {
  const list: SourceTexture[] = [];
  const slots = new Map<number, Promise<number>>();

  const load = async (index: number): Promise<number> => {
    const image = recordAt(resources.json['images'], index);
    const where = `images[${index}]`;
    const name = image === null ? where : nameOf(image, index);
    let bytes: Uint8Array;
    try {
      if (image === null) throw new Unusable('gltf.image', '贴图不存在。', 'The picture does not exist.');
      bytes = await resources.image(image);
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      problems.add('gltf.texture.missing', 'warning', where, () => [
        `贴图“${name}”不可用，网格照常导入：${error.zh}`,
        `The texture “${name}” cannot be had, the mesh is used without it: ${error.message}`,
      ]);
      return -1;
    }
    const header = readPictureHeader(bytes);
    if (header === null) {
      problems.add('gltf.texture.unknown', 'warning', where, () => [
        `贴图“${name}”不是 PNG、JPEG、WebP、AVIF 或 KTX2，不使用。`,
        `The texture “${name}” is neither PNG, JPEG, WebP, AVIF nor KTX2 and is not used.`,
      ]);
      return -1;
    }
    if (header.mime === 'image/ktx2')
      problems.add('gltf.texture.ktx2', 'note', where, () => [
        `贴图“${name}”是 KTX2 压缩格式，原样保留。`,
        `The texture “${name}” is compressed as KTX2 and kept as it is.`,
      ]);
    resources.budget.take(bytes.length);
    list.push({ name, mime: header.mime, bytes: bytes.slice() });
    return list.length - 1;
  };

  return {
    list,
    slot: (image) => {
      if (image === null) return Promise.resolve(-1);
      const known = slots.get(image) ?? load(image);
      slots.set(image, known);
      return known;
    },
    tellUnused: () => {
      const unused = imageCount(resources.json) - slots.size;
      if (unused > 0)
        problems.add('gltf.texture.unused', 'note', 'images', () => [
          `${unused} 张贴图不影响基本颜色，略去。`,
          `${unused} pictures have no part in the base colour and are left out.`,
        ]);
    },
  };
};
