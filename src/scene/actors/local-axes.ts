/** Between local metres (x east, y north, z up) and three's world (x east, y up, z south); see `geometry/frame.ts`. */
import type { Vector3 } from 'three';
import type { Vec3 } from '../../geometry/framing.ts';

export const worldOf = ([x, y, z]: Vec3, out: Vector3): Vector3 => out.set(x, z, -y);
export const localOf = ({ x, y, z }: Vector3): Vec3 => [x, -z, y];
