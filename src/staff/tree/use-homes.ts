/**
 * Homes of the buildings that are open in the tree. The building on the desk is read from its interior; others are asked for once
 * and again after commits that touch them.
 */
import { useEffect, useMemo, useState } from 'react';
import type { Dwelling } from '../../domain/records/index.ts';
import { duringWork } from '../../state/busy.ts';
import { useInterior } from '../../state/interior.ts';
import { interiorOf, onCommitted } from '../../storage/index.ts';

type Homes = ReadonlyMap<string, readonly Dwelling[]>;

export const useHomes = (openBuildings: readonly string[]): Homes => {
  const [read, setRead] = useState<Homes>(() => new Map());
  const interiorId = useInterior((s) => (s.status === 'ready' ? s.buildingId : null));
  const dwellings = useInterior((s) => s.dwellings);
  const wanted = openBuildings.filter((id) => id !== interiorId && !read.has(id)).join(' ');

  useEffect(
    () =>
      onCommitted((committed) => {
        const inside = committed.tables.includes('dwellings');
        setRead((before) => {
          const stale = [...before.keys()].filter((id) => inside || committed.buildings.includes(id));
          if (stale.length === 0) return before;
          const next = new Map(before);
          for (const id of stale) next.delete(id);
          return next;
        });
      }),
    [],
  );
  useEffect(() => {
    if (wanted === '') return;
    let current = true;
    for (const id of wanted.split(' ')) {
      duringWork('tree', () => interiorOf(id)).then(
        (interior) => current && setRead((before) => new Map(before).set(id, interior.dwellings)),
        () => current && setRead((before) => new Map(before).set(id, [])),
      );
    }
    return () => {
      current = false;
    };
  }, [wanted]);

  return useMemo(
    () => (interiorId ? new Map(read).set(interiorId, dwellings) : read),
    [read, interiorId, dwellings],
  );
};
