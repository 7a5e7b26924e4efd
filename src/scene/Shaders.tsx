/** Has the shaders of a scene translated before its first frame. */
import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import { whenDone } from '../state/busy.ts';

/** A font or a symbol that comes later than this comes after the first picture. */
const LONGEST_WAIT_MS = 3000;

/**
 * Drivers take a second and more to translate the shaders. Asked for beforehand they do it beside the page's thread; drawn at once, the
 * page would stand still until they are done.
 */
export const Shaders = ({ onReady }: { readonly onReady: () => void }) => {
  const { gl, scene, camera, invalidate, frameloop } = useThree();
  useEffect(() => {
    let gone = false;
    // Asking for the log of every shader waits for each of them in turn.
    gl.debug.checkShaderErrors = import.meta.env.DEV;
    const prepare = async (): Promise<void> => {
      // The second time for what was still being fetched the first time, so that the first picture is whole.
      await gl.compileAsync(scene, camera);
      await whenDone(['symbols', 'letters'], LONGEST_WAIT_MS);
      if (!gone) await gl.compileAsync(scene, camera);
    };
    void prepare().finally(() => {
      if (!gone) onReady();
    });
    return () => {
      gone = true;
    };
  }, [gl, scene, camera, onReady]);
  useEffect(() => {
    if (frameloop === 'demand') invalidate();
  }, [frameloop, invalidate]);
  return null;
};

/** Draws what stands there once, when its shaders are translated: drivers make the rest of a pipeline at its first use. */
export const WarmUp = () => {
  const { gl, scene, camera } = useThree();
  useEffect(() => {
    let gone = false;
    const draw = (): void => {
      if (!gone) gl.render(scene, camera);
    };
    // What fails here fails again where it is shown.
    gl.compileAsync(scene, camera).then(draw, () => undefined);
    return () => {
      gone = true;
    };
  }, [gl, scene, camera]);
  return null;
};
