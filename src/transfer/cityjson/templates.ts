/** Templates: geometries drawn once and placed often, with vertices of their own that no transform is applied to. */
import type { Problems } from '../problem.ts';
import type { Templates } from './mesh-writer.ts';
import type { ModelBuilder } from './model-builder.ts';
import { Vertices } from './vertices.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Their boundaries go into the model's pool. */
export const takeTemplates = (value: unknown, model: ModelBuilder, problems: Problems): Templates => {
  const vertices = new Vertices();
  if (!isObject(value)) return { geometries: [], vertices };
  const { templates } = value;
  const positions = value['vertices-templates'];
  const broken = Array.isArray(positions) ? vertices.addParsed(positions as unknown[]) : 0;
  if (broken > 0)
    problems.add('json.triple', 'error', 'geometry-templates.vertices-templates', () => [
      `${broken} 个顶点不是三个数字 [x, y, z]。`,
      `Of the vertices ${broken} are not three numbers [x, y, z].`,
    ]);
  const geometries = Array.isArray(templates)
    ? templates.map((template: unknown, i) =>
        model.taker.take(template, `geometry-templates.templates[${i}]`, model.materials.theme),
      )
    : [];
  return { geometries, vertices };
};
