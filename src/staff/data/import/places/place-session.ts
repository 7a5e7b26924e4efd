/**
 * One file of places on its way into the community, step by step: read, put on the earth, planned, written. Lives in the import worker;
 * what goes to the page is plain data (`views.ts`).
 */
import { newId } from '../../../../domain/ids.ts';
import type { Community, LngLat, Source } from '../../../../domain/records/index.ts';
import { boundsOf } from '../../../../geometry/polygon.ts';
import { layOutToSend } from '../../../../scene/layout/lay-out.ts';
import { type Places, places } from '../../../../storage/index.ts';
import type { PlaceContext } from '../../../../transfer/crs/context.ts';
import type { Crs } from '../../../../transfer/crs/crs.ts';
import { type Doubt, doubtCrs } from '../../../../transfer/crs/doubt.ts';
import { metresBetween } from '../../../../transfer/crs/guess.ts';
import { locate, place } from '../../../../transfer/crs/locate.ts';
import type { LocatedSet, TerrainRequest } from '../../../../transfer/crs/located-set.ts';
import { resolveCrs } from '../../../../transfer/crs/resolve.ts';
import { settleCrs } from '../../../../transfer/crs/settle.ts';
import { planGrids } from '../../../../transfer/places/areas.ts';
import type { PlaceSet } from '../../../../transfer/places/place-set.ts';
import { planPlaces } from '../../../../transfer/places/plan.ts';
import type { SourceFile } from '../../../../transfer/source-file.ts';
import { writeAct } from '../write-act.ts';
import { changesToWrite, type Ready } from './changes-to-write.ts';
import { countOutcomes, modelsOf, outlinesOf, statesOf } from './shown-of-plan.ts';
import { terrainRequest } from '../../../../transfer/places/terrain-request.ts';
import type { CrsView, DoubtView, PlaceChoice, PlacePreview, PlaceSummary, Where, Written } from './views.ts';

const crsView = ({ text, code, name }: Crs): CrsView => ({ text, code, ...name });
const doubtView = (doubt: Doubt): DoubtView => ({ ...doubt, better: doubt.better && crsView(doubt.better) });

/** A file further away than this is of another place: it is shown by itself, and not written into this community. */
const ELSEWHERE_METRES = 50_000;

const centreOf = ({ buildings, areas, terrain, imagery }: LocatedSet): LngLat | null => {
  const points = [
    ...buildings.flatMap(({ footprint, mesh }) => footprint[0]?.[0] ?? (mesh ? [mesh.origin] : [])),
    ...areas.flatMap(({ polygons }) => polygons[0]?.[0] ?? []),
    ...(terrain?.corners ?? []),
    ...(imagery?.corners ?? []),
  ];
  if (points.length === 0) return null;
  const [west, south, east, north] = boundsOf(points);
  return [(west + east) / 2, (south + north) / 2];
};

/** The set with its picture between two corners, north up. */
const betweenCorners = (
  set: PlaceSet,
  { upperLeft: [west, north], lowerRight: [east, south] }: Extract<Where, { kind: 'corners' }>,
): PlaceSet => ({
  ...set,
  imagery: set.imagery && {
    ...set.imagery,
    corners: [
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ],
  },
});

export class PlaceSession {
  readonly #file: SourceFile;
  readonly #set: PlaceSet;
  readonly #known: Places;
  #ready: Ready | null = null;

  private constructor(file: SourceFile, set: PlaceSet, known: Places) {
    this.#file = file;
    this.#set = set;
    this.#known = known;
  }

  static async open(file: SourceFile, set: PlaceSet): Promise<PlaceSession> {
    return new PlaceSession(file, set, await places());
  }

  get #context(): PlaceContext {
    const { community, buildings } = this.#known;
    const { anchor, outline } = community;
    // An empty community lies nowhere yet: its outline is a guess that must not judge a file.
    return buildings.length === 0
      ? { anchor }
      : { anchor, outline, footprints: buildings.map(({ footprint }) => footprint) };
  }

  summary(): PlaceSummary {
    const { format, version, crs, unplaced, counts, problems, buildings, areas, terrain, imagery } =
      this.#set;
    const settled = settleCrs(this.#set, this.#context);
    return {
      format,
      version,
      declared: crs?.text ?? null,
      unplaced,
      counts,
      problems,
      has: {
        buildings: buildings.length,
        meshes: buildings.filter(({ mesh }) => mesh !== null).length,
        areas: areas.length,
        terrain: terrain !== null,
        imagery: imagery !== null,
      },
      sizePx: imagery && [imagery.widthPx, imagery.heightPx],
      by: settled.by,
      crs: settled.crs && crsView(settled.crs),
      candidates: settled.candidates.map((candidate) => ({
        crs: candidate.crs && crsView(candidate.crs),
        why: candidate.why,
        distanceMetres: candidate.distanceMetres,
        overlap: candidate.overlap,
        center: candidate.puts?.center ?? null,
      })),
      doubts: settled.doubts.map(doubtView),
    };
  }

  /** The picture of the ground as it will be drawn. */
  picture(): Blob | null {
    const { imagery } = this.#set;
    return imagery && new Blob([imagery.bytes as Uint8Array<ArrayBuffer>], { type: imagery.mime });
  }

  /** Which source this file is a newer version of: one of the same name and format. */
  #earlier(): Source | null {
    const { format } = this.#set;
    return this.#known.sources.find((s) => s.fileName === this.#file.name && s.format === format) ?? null;
  }

  #locate(where: Where, request?: TerrainRequest | null): LocatedSet {
    const options = request ? { terrain: request } : {};
    if (where.kind === 'placement') return place(this.#set, where.placement, options);
    const crs = resolveCrs(where.text);
    if (!crs) throw new Error(`unknown system: ${where.text}`);
    const set = where.kind === 'corners' ? betweenCorners(this.#set, where) : this.#set;
    return locate(set, crs, options);
  }

  /** Puts the set on the earth and plans it. An empty community moves to where the file lies. */
  preview(choice: PlaceChoice): PlacePreview {
    const known = this.#known;
    const first = this.#locate(choice.where);
    const center = centreOf(first) ?? known.community.anchor;
    const distanceMetres = metresBetween(known.community.anchor, center);
    const movesCentre = known.buildings.length === 0 && distanceMetres > 0;
    const elsewhere = !movesCentre && distanceMetres > ELSEWHERE_METRES;
    const anchor = movesCentre || elsewhere ? center : known.community.anchor;
    const request = choice.terrain
      ? terrainRequest(first, anchor, known.community.elevationMetres, known.buildings)
      : null;
    const located = request ? this.#locate(choice.where, request) : first;
    const community: Community = {
      ...known.community,
      anchor,
      elevationMetres: request?.elevationMetres ?? known.community.elevationMetres,
    };
    const ready = this.#plan(choice, located, community);
    this.#ready = elsewhere ? null : ready;
    const { plan, grids } = ready;
    const updated = new Map(plan.updated.map((building) => [building.id, building]));
    const there = elsewhere ? [] : known.buildings;
    const standing = [...there.map((b) => updated.get(b.id) ?? b), ...plan.created];
    const crs = choice.where.kind === 'crs' ? resolveCrs(choice.where.text) : null;
    return {
      anchor,
      movesCentre,
      elsewhere,
      center,
      distanceMetres,
      doubts: crs ? doubtCrs(this.#set, crs, this.#context).map(doubtView) : [],
      problems: [...located.problems, ...plan.problems.all(), ...(grids?.problems.all() ?? [])],
      outcomes: countOutcomes(ready),
      objects: plan.objects,
      buildings: standing,
      states: statesOf(standing, ready),
      outlines: choice.where.kind === 'placement' ? outlinesOf(located) : [],
      layout: layOutToSend({
        anchor,
        buildings: standing,
        landscape: elsewhere ? null : (ready.landscape ?? known.landscape),
        models: modelsOf(ready, anchor),
      }),
      terrain: located.terrain && {
        minMetres: located.terrain.minMetres,
        maxMetres: located.terrain.maxMetres,
        used: request !== null,
      },
      imagery: located.imagery && {
        corners: located.imagery.corners,
        metresPerPixel:
          metresBetween(located.imagery.corners[0], located.imagery.corners[1]) / located.imagery.widthPx,
      },
      grids: grids && {
        added: grids.grids.length,
        removed: grids.removed.length,
        moved: grids.moved.length,
      },
    };
  }

  #plan(choice: PlaceChoice, located: LocatedSet, community: Community): Ready {
    const known = this.#known;
    const earlier = this.#earlier();
    const stamp = { at: Date.now(), newId };
    const plan = planPlaces(
      located,
      {
        community,
        buildings: known.buildings,
        grids: known.grids,
        earlier: known.sourceLinks.filter(({ sourceId }) => sourceId === earlier?.id),
      },
      choice,
      stamp,
    );
    const grids =
      choice.areasAs === 'grids' && located.areas.length > 0
        ? planGrids(
            located.areas,
            { ...known, community, buildings: [...known.buildings, ...plan.created] },
            stamp,
          )
        : null;
    const grid = located.terrain?.grid;
    const landscape = grid && known.landscape ? { ...known.landscape, terrain: grid } : null;
    return { name: choice.name, located, community, plan, grids, landscape, earlier };
  }

  /** What a person has decided about one object: a building, or null for none. */
  linkByHand(key: string, buildingId: string | null): void {
    const ready = this.#ready;
    if (!ready) return;
    const match = buildingId === null ? null : { buildingId, by: 'hand' as const, share: 1 };
    const objects = ready.plan.objects.map((object) =>
      object.key === key
        ? { ...object, outcome: match ? ('linked' as const) : ('unlinked' as const), match }
        : object,
    );
    this.#ready = { ...ready, plan: { ...ready.plan, objects } };
  }

  /** Writes what the last preview showed, as one act. */
  async write(
    by: string,
    report: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<Written> {
    if (!this.#ready) throw new Error('nothing has been previewed');
    const changes = await changesToWrite(this.#file, this.#set, this.#ready, this.#known);
    const total = changes.length;
    return writeAct({ label: 'importPlaces', by, chunks: [changes], total, report, signal });
  }
}
