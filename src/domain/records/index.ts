export * from './base.ts';
export * from './party.ts';
export * from './people.ts';
export * from './place.ts';
export * from './plan.ts';
export * from './service.ts';
export * from './source.ts';
export * from './tables.ts';
