/** The wall's side of the remote control: takes orders, and tells every two seconds what it shows and how it is. */
import { useEffect } from 'react';
import { sceneProbe } from '../../state/scene-probe.ts';
import { useWallView } from '../../state/wall-view.ts';
import { useFigures } from '../figures/follow.ts';
import { useSettings } from '../settings/settings-store.ts';
import { indexOfKey, keyOf } from '../tour/stops.ts';
import { stopNow, useTour } from '../tour/tour-store.ts';
import { asOrder, openChannel, type WallBeat, type WallOrder } from './channel.ts';

const BEAT_MS = 2000;
const OPENED_AT = Date.now();

interface HeapMeasure {
  readonly memory?: { readonly usedJSHeapSize: number };
}

let room: WallBeat['room'] = null;
export const tellRoom = (next: WallBeat['room']): void => {
  room = next;
};

export const beatNow = (): WallBeat => {
  const { stops, playing, rounds } = useTour.getState();
  const { health } = useWallView.getState();
  const heap = (performance as unknown as HeapMeasure).memory?.usedJSHeapSize;
  return {
    kind: 'beat',
    at: Date.now(),
    openedAt: OPENED_AT,
    stop: keyOf(stopNow()),
    stops: stops.map(keyOf),
    playing,
    light: useSettings.getState().settings.light,
    rounds,
    commits: useFigures.getState().commits,
    level: health.level,
    framesPerSecond: Math.round(health.framesPerSecond * 10) / 10,
    buffer: health.buffer,
    wanted: health.wanted,
    contextLosses: health.contextLosses,
    ...sceneProbe().memory(),
    nodes: document.getElementsByTagName('*').length,
    room,
    heapMegabytes: heap === undefined ? null : Math.round(heap / 1e5) / 10,
  };
};

const obey = (order: WallOrder): void => {
  const tour = useTour.getState();
  switch (order.kind) {
    case 'go':
      return tour.go(indexOfKey(tour.stops, order.stop));
    case 'next':
      return tour.next();
    case 'previous':
      return tour.previous();
    case 'play':
    case 'pause':
      return tour.play(order.kind === 'play');
    case 'light':
      return useSettings.getState().set({ light: order.light });
    case 'ask':
      return;
  }
};

export const useRemote = (): void => {
  useEffect(() => {
    const channel = openChannel((message) => {
      const order = asOrder(message);
      if (!order) return;
      obey(order);
      channel.send(beatNow());
    });
    const timer = setInterval(() => channel.send(beatNow()), BEAT_MS);
    const stop = useTour.subscribe((state, before) => {
      if (state.index !== before.index || state.playing !== before.playing) channel.send(beatNow());
    });
    return () => {
      clearInterval(timer);
      stop();
      channel.close();
    };
  }, []);
};
