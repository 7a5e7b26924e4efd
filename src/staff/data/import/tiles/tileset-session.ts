/**
 * A tileset on its way into the community: looked at, placed where it stands nowhere, written as a source. Its files are kept where they
 * were dropped, and stay where they are where they lie on this server.
 */
import { writeBackdropFiles } from '../../../../domain/backdrop-files.ts';
import { dateOf } from '../../../../domain/dates.ts';
import type { Change } from '../../../../domain/edit.ts';
import { newId } from '../../../../domain/ids.ts';
import type { LngLat, Source } from '../../../../domain/records/index.ts';
import { beginAct, type Places, places, saveAsset, StoreError } from '../../../../storage/index.ts';
import { metresBetween } from '../../../../transfer/crs/guess.ts';
import type { SourceFile } from '../../../../transfer/source-file.ts';
import { readTileset } from '../../../../transfer/tiles/read-tileset.ts';
import type { TilesetInfo } from '../../../../transfer/tiles/tileset-info.ts';
import type { Written } from '../places/views.ts';
import type { TilesetChoice, TilesetSummary } from './views.ts';

/** Further away than this it is of another place. */
const ELSEWHERE_METRES = 50_000;
/** Heights that differ by less are right already. */
const CLOSE_METRES = 3;
/** Each is a request to the server. */
const MOST_REQUESTS = 200;

export interface GivenTileset {
  readonly file: SourceFile;
  /** The files of its folder by path, the tileset among them; null where they lie on this server. */
  readonly files: ReadonlyMap<string, Blob> | null;
  /** As it was dropped, `一期/tileset.json`, or its address. */
  readonly path: string;
}

type Report = (done: number, total: number) => void;

export class TilesetSession {
  readonly #given: GivenTileset;
  readonly #info: TilesetInfo;
  readonly #known: Places;

  private constructor(given: GivenTileset, info: TilesetInfo, known: Places) {
    this.#given = given;
    this.#info = info;
    this.#known = known;
  }

  static async open(given: GivenTileset, report: Report, signal: AbortSignal): Promise<TilesetSession> {
    const options = { report, signal, ...(given.files ? {} : { mostContents: MOST_REQUESTS }) };
    return new TilesetSession(given, await readTileset(given.file, options), await places());
  }

  get #centre(): LngLat | null {
    const centre = this.#info.place?.centre;
    return centre ? [centre.lng, centre.lat] : null;
  }

  summary(): TilesetSummary {
    const { place, contents, classes, ...info } = this.#info;
    const { community, buildings } = this.#known;
    const centre = this.#centre;
    const distanceMetres = centre && metresBetween(community.anchor, centre);
    const movesCentre = buildings.length === 0 ? centre : null;
    const low = place?.extent.lowMetres ?? null;
    const lift = low === null ? 0 : community.elevationMetres - low;
    return {
      version: info.version,
      tiles: info.tiles,
      deepest: info.deepest,
      contents: Object.entries(contents).filter(([, count]) => count > 0),
      contentBytes: info.contentBytes,
      missingCount: info.missingCount,
      hasFeatureIds: info.hasFeatureIds,
      classes: classes.map(({ name }) => name),
      place,
      radiusMetres: info.radiusMetres,
      problems: info.problems,
      keptBytes:
        this.#given.files && [...this.#given.files.values()].reduce((sum, { size }) => sum + size, 0),
      suggestedRaise: Math.abs(lift) < CLOSE_METRES ? 0 : Math.round(lift * 10) / 10,
      distanceMetres,
      movesCentre,
      elsewhere: movesCentre === null && distanceMetres !== null && distanceMetres > ELSEWHERE_METRES,
    };
  }

  /** The tileset that this one is a newer version of. */
  #earlier(): Source | null {
    const { path, files } = this.#given;
    return (
      this.#known.sources.find(
        ({ kind, address, fileName }) =>
          kind === 'tileset' && (files ? address === null && fileName === path : address === path),
      ) ?? null
    );
  }

  async #keep(report: Report, signal: AbortSignal): Promise<string | null> {
    const { files, file } = this.#given;
    if (!files) return null;
    const kept: Record<string, string> = {};
    let done = 0;
    for (const [path, blob] of files) {
      signal.throwIfAborted();
      kept[path] = await saveAsset(new Uint8Array(await blob.arrayBuffer()));
      report(++done, files.size);
    }
    return saveAsset(writeBackdropFiles({ root: file.name, files: kept }));
  }

  #source(choice: TilesetChoice, filesId: string | null, at: number): Source {
    const { path, files, file } = this.#given;
    return {
      id: this.#earlier()?.id ?? newId(),
      communityId: this.#known.community.id,
      createdAt: at,
      updatedAt: at,
      revision: 1,
      kind: 'tileset',
      name: (choice.name.trim() || file.name).slice(0, 60),
      fileName: path.slice(-255),
      format: '3dtiles',
      version: this.#info.version.slice(0, 20),
      fileId: null,
      meshId: null,
      address: files ? null : path,
      crs: this.#info.place ? 'EPSG:4978' : null,
      placement: this.#info.place ? null : choice.placement,
      picture: null,
      backdrop: { filesId, raisedMetres: choice.raisedMetres },
      importedOn: dateOf(at),
      shown: true,
    };
  }

  async write(choice: TilesetChoice, by: string, report: Report, signal: AbortSignal): Promise<Written> {
    try {
      const put = this.#source(choice, await this.#keep(report, signal), Date.now());
      const changes: Change[] = [{ table: 'sources', put }];
      const { movesCentre } = this.summary();
      if (movesCentre)
        changes.unshift({ table: 'communities', put: { ...this.#known.community, anchor: movesCentre } });
      const act = await beginAct({ label: { key: 'importPlaces' }, by });
      const result = await act.commit(changes);
      if (!result.ok) {
        await act.takeBack();
        return { ok: false, reasons: result.reasons.slice(0, 5), changes: 0 };
      }
      await act.finish();
      return { ok: true, reasons: [], changes: changes.length };
    } catch (error) {
      if (signal.aborted) return { ok: false, reasons: [], changes: 0 };
      if (error instanceof StoreError) return { ok: false, reasons: [error.reason], changes: 0 };
      throw error;
    }
  }
}
