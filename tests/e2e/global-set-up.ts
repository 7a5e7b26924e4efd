/** Starts what `npm start` starts, on a free port, for all end-to-end tests; ends it by its own process id. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the served application, with its closing slash. */
    linliUrl: string;
  }
}

const root = join(import.meta.dirname, '../..');

/** A build may come first. */
const START_TIMEOUT_MS = 240_000;

export default async function startServer(project: TestProject): Promise<() => void> {
  const server = spawn(process.execPath, ['scripts/start.mjs', '--port', '0'], { cwd: root });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The server did not start:\n${output}`)),
      START_TIMEOUT_MS,
    );
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The server ended with ${code}:\n${output}`));
    });
  });
  project.provide('linliUrl', url);
  return () => void server.kill();
}
