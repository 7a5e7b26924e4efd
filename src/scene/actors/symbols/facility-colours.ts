/** The colour of each facility kind: of its coin, and of its reach on the ground. The coins are made by `scripts/models/symbols.ts`. */
import type { Facility } from '../../../domain/records/index.ts';

export const FACILITY_COLOURS: Readonly<Record<Facility['kind'], string>> = {
  memberStation: '#c8372d',
  learningStation: '#b4642b',
  labourStation: '#8a6a1f',
  clinic: '#1e8a6e',
  policeRoom: '#274f9c',
  readingRoom: '#6b4a9e',
  gym: '#c2571a',
  serviceHall: '#0f7f95',
  familyHall: '#c23f6d',
  cultureCentre: '#9a2f86',
};
