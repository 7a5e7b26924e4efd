/**
 * A mark of many records together, for a paper that says what was looked at: SHA-256 over their contents without `personal`, so that
 * nothing about a person can be tried out against it. The same records give the same mark in whatever order they and their fields come.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const sortedEntries = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Hexadecimal. Cost: some 0.2 s for 20,000 records. */
export const checksumOf = (
  tables: Readonly<Record<string, readonly { readonly id: string; readonly personal?: unknown }[]>>,
): string => {
  const hash = sha256.create();
  const encoder = new TextEncoder();
  for (const table of Object.keys(tables).sort()) {
    hash.update(encoder.encode(`${table}\n`));
    const records = [...(tables[table] ?? [])].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
    for (const { personal: _, ...open } of records)
      hash.update(encoder.encode(`${JSON.stringify(open, sortedEntries)}\n`));
  }
  return bytesToHex(hash.digest());
};
