/** The view in as many pixels as one wants: drawn once at that size, read, and the canvas put back as it was. */
import { type PerspectiveCamera, type Scene, Vector2, type WebGLRenderer } from 'three';

export const takePicture = (
  gl: WebGLRenderer,
  scene: Scene,
  camera: PerspectiveCamera,
  widthPx: number,
  heightPx: number,
): Promise<Blob | null> => {
  const size = gl.getSize(new Vector2());
  const ratio = gl.getPixelRatio();
  const { aspect } = camera;
  gl.setPixelRatio(1);
  gl.setSize(widthPx, heightPx, false);
  camera.aspect = widthPx / heightPx;
  camera.updateProjectionMatrix();
  gl.render(scene, camera);
  // The picture is taken in this turn, before the browser clears the buffer.
  const picture = new Promise<Blob | null>((resolve) => gl.domElement.toBlob(resolve, 'image/png'));
  camera.aspect = aspect;
  camera.updateProjectionMatrix();
  gl.setPixelRatio(ratio);
  gl.setSize(size.x, size.y, false);
  return picture;
};
