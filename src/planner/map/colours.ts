/**
 * Colours of grids: neighbours never have the same one. Each grid keeps its colour for as long as the plan is open, so that nothing
 * changes colour but what changes hands. Twelve hues, told apart by people who see red and green alike by their lightness too.
 */
import { adjacencyOf, type FaceId, type Tiling } from '../../geometry/tiling/index.ts';

const HUES = [192, 32, 262, 142, 344, 52, 216, 92, 306, 14, 170, 238] as const;
const LIGHTNESS = [44, 54, 52, 40, 54, 46, 56, 48, 46, 46, 52, 46] as const;

export class GridColours {
  private readonly colourOf = new Map<FaceId, number>();

  /** Gives grids that have none the first colour that no neighbour has. */
  update(tiling: Tiling): void {
    const fresh = [...tiling.faces.keys()].filter((id) => !this.colourOf.has(id)).sort();
    if (fresh.length === 0) return;
    const neighbours = adjacencyOf(tiling);
    for (const id of fresh) {
      const near = new Set(
        [...(neighbours.get(id)?.keys() ?? [])].map((side) => (side === null ? -1 : this.colourOf.get(side))),
      );
      // Begin at another hue for each: few grids would otherwise all have the first four.
      const first = this.colourOf.size % HUES.length;
      let colour = first;
      while (near.has(colour) && (colour + 1) % HUES.length !== first) colour = (colour + 1) % HUES.length;
      this.colourOf.set(id, colour);
    }
  }

  /** A grid that is only proposed has neighbours that nobody knows yet: any colour, but the same one every time. */
  private at(id: FaceId | null): number {
    if (id === null) return -1;
    return this.colourOf.get(id) ?? [...id].reduce((sum, char) => sum + char.charCodeAt(0), 0) % HUES.length;
  }

  /** Buildings, chips, lines. */
  solid(id: FaceId | null, night: boolean): string {
    const at = this.at(id);
    if (at < 0) return night ? '#5b6a6d' : '#9aa3a0';
    const light = (LIGHTNESS[at] as number) + (night ? 8 : 0);
    return `hsl(${HUES[at]} ${night ? 42 : 46}% ${light}%)`;
  }

  /** Ground. */
  tint(id: FaceId | null, night: boolean, strong: boolean): string {
    const at = this.at(id);
    if (at < 0) return 'transparent';
    const alpha = strong ? 0.34 : night ? 0.17 : 0.15;
    return `hsl(${HUES[at]} ${night ? 50 : 60}% ${night ? 55 : 48}% / ${alpha})`;
  }
}
