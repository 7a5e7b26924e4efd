/** Hands a file to the person at the desk: the browser's own download. */

/** An address that is let go too early ends a large download. */
const LET_GO_MS = 60_000;

export const saveBlob = (name: string, blob: Blob): void => {
  const link = document.createElement('a');
  const address = URL.createObjectURL(blob);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), LET_GO_MS);
};

export const saveFile = (name: string, bytes: Uint8Array, mime: string): void =>
  saveBlob(name, new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime }));
