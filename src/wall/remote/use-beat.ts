/** What the wall of this browser says of itself, for the remote control and the status page. */
import { useEffect, useRef, useState } from 'react';
import { asBeat, openChannel, type WallBeat, type WallChannel, type WallOrder } from './channel.ts';

/** A wall speaks every two seconds; after this it is silent. */
export const SILENT_MS = 10_000;
const LOOK_MS = 1000;

export interface WallContact {
  readonly beat: WallBeat | null;
  readonly alive: boolean;
  readonly send: (order: WallOrder) => void;
}

export const useWallContact = (): WallContact => {
  const [beat, setBeat] = useState<WallBeat | null>(null);
  const [heardAt, setHeardAt] = useState(0);
  const [now, setNow] = useState(0);
  const channel = useRef<WallChannel | null>(null);
  useEffect(() => {
    const opened = openChannel((message) => {
      const heard = asBeat(message);
      if (!heard) return;
      setBeat(heard);
      setHeardAt(Date.now());
      setNow(Date.now());
    });
    channel.current = opened;
    opened.send({ kind: 'ask' });
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => {
      clearInterval(timer);
      opened.close();
      channel.current = null;
    };
  }, []);
  return {
    beat,
    alive: beat !== null && now - heardAt < SILENT_MS,
    send: (order) => channel.current?.send(order),
  };
};
