/** The files of a drop, those in folders too, by path. */

type Given = { readonly path: string; readonly blob: Blob };

const entriesOf = (directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  // A reader answers in pieces of a hundred until it has nothing more.
  const more = (): Promise<FileSystemEntry[]> =>
    new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject)).then((some) => {
      all.push(...some);
      return some.length === 0 ? all : more();
    });
  return more();
};

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

const filesOf = async (entry: FileSystemEntry): Promise<Given[]> => {
  if (entry.isFile)
    return [{ path: entry.fullPath.replace(/^\//, ''), blob: await fileOf(entry as FileSystemFileEntry) }];
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(inside.map(filesOf))).flat();
};

export const filesOfDrop = async (transfer: DataTransfer): Promise<Given[]> => {
  // Entries must be asked for before the first wait: the list of a drop is empty afterwards.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const plain = [...transfer.files];
  if (entries.every((entry) => entry === null)) return plain.map((file) => ({ path: file.name, blob: file }));
  return (await Promise.all(entries.map((entry) => (entry ? filesOf(entry) : [])))).flat();
};
