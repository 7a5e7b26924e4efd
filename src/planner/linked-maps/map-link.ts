/**
 * What maps that are looked at together share: the camera, the place that is pointed at, the building under it, buildings that glow.
 * Moved sixty times a second, so it goes through no store; only the building under the pointer is told outside, when it is another.
 */
import type { MmPoint } from '../../geometry/tiling/index.ts';
import type { MapView, MmBox } from '../map/map-view.ts';

export interface LinkedPane {
  readonly view: MapView;
  readonly redraw: () => void;
}

/** A place alone is shown with this much around it. */
const LEAST_RIM_MM = 120_000;

export class MapLink {
  pointer: MmPoint | null = null;
  /** The map that the mouse is on: it has the mouse's own arrow and needs no crosshair. */
  pointedOn: LinkedPane | null = null;
  hoverRow: number | null = null;
  glow: ReadonlySet<number> = new Set();
  /** All there is to see. */
  private home: MmBox | null = null;
  private camera: { readonly centre: MmPoint; readonly scale: number } | null = null;
  private readonly panes = new Set<LinkedPane>();
  private readonly onHover: (row: number | null) => void;

  constructor(onHover: (row: number | null) => void) {
    this.onHover = onHover;
  }

  join(pane: LinkedPane): () => void {
    this.panes.add(pane);
    return () => {
      this.panes.delete(pane);
      if (this.pointedOn === pane) this.pointedOn = null;
    };
  }

  /** A map has its size: it looks where the others look, or at everything where it is the first. */
  sized(pane: LinkedPane): void {
    if (this.camera !== null) this.lookAlike(pane);
    else if (this.home !== null) {
      pane.view.fit(this.home);
      this.moved(pane);
    }
    pane.redraw();
  }

  setHome(home: MmBox | null): void {
    this.home = home;
    if (this.camera === null) this.flyHome();
  }

  /** One map was moved by hand: the others follow. */
  moved(by: LinkedPane): void {
    const { centre, scale } = by.view;
    this.camera = { centre, scale };
    for (const pane of this.panes) {
      if (pane !== by) this.lookAlike(pane);
      pane.redraw();
    }
  }

  fly(box: MmBox): void {
    const [pane] = this.panes;
    if (pane === undefined || pane.view.width < 2) return;
    const rim = Math.max(LEAST_RIM_MM, (box.maxX - box.minX) * 0.25, (box.maxY - box.minY) * 0.25);
    pane.view.fit({
      minX: box.minX - rim,
      minY: box.minY - rim,
      maxX: box.maxX + rim,
      maxY: box.maxY + rim,
    });
    this.moved(pane);
  }

  flyHome(): void {
    const [pane] = this.panes;
    if (pane === undefined || pane.view.width < 2 || this.home === null) return;
    pane.view.fit(this.home);
    this.moved(pane);
  }

  point(at: MmPoint | null, row: number | null, on: LinkedPane | null): void {
    this.pointer = at;
    this.pointedOn = on;
    if (row !== this.hoverRow) {
      this.hoverRow = row;
      this.onHover(row);
    }
    this.redraw();
  }

  setGlow(rows: Iterable<number>): void {
    this.glow = new Set(rows);
    this.redraw();
  }

  redraw(): void {
    for (const pane of this.panes) pane.redraw();
  }

  private lookAlike({ view }: LinkedPane): void {
    if (this.camera === null) return;
    view.centre = this.camera.centre;
    view.scale = this.camera.scale;
  }
}
