/** Names of a plan's grids over their ground, with a figure: letters of the page, moved with every frame that is drawn. */
import type { Vec3 } from '../../geometry/framing.ts';
import type { Screen } from '../actors/picking/screen.ts';
import styles from './plan-labels.module.css';

export interface PlanLabel {
  readonly name: string;
  readonly note: string;
  readonly colour: string;
  readonly at: Vec3;
}

export interface PlanLabels {
  mark(index: number): void;
  frame(screen: Screen): void;
  dispose(): void;
}

export const createPlanLabels = (labels: readonly PlanLabel[], canvas: HTMLElement): PlanLabels => {
  const layer = document.createElement('div');
  layer.className = styles['layer'] ?? '';
  // The table of grids says the same; read out twice it would be in the way.
  layer.setAttribute('aria-hidden', 'true');
  const elements = labels.map(({ name, note, colour }) => {
    const element = document.createElement('div');
    element.className = styles['label'] ?? '';
    element.style.setProperty('--grid', colour);
    const title = document.createElement('strong');
    title.textContent = name;
    const figure = document.createElement('span');
    figure.textContent = note;
    element.append(title, figure);
    layer.append(element);
    return element;
  });
  (canvas.parentElement ?? canvas).append(layer);
  return {
    mark: (index) => {
      elements.forEach((element, at) => element.toggleAttribute('data-marked', at === index));
    },
    frame: (screen) => {
      elements.forEach((element, at) => {
        const label = labels[at];
        const place = label === undefined ? null : screen.project(label.at);
        element.hidden = place === null;
        if (place !== null)
          element.style.transform = `translate(-50%, -100%) translate(${place.x.toFixed(1)}px, ${place.y.toFixed(1)}px)`;
      });
    },
    dispose: () => layer.remove(),
  };
};
