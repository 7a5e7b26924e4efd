/**
 * Two small Vite plugins: the sample data under `/data`, and the Content-Security-Policy as a meta tag of the built page.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { CSP_META } from './csp.mjs';
import { mimeTypeOf } from './mime.mjs';

/**
 * Serves the folder `data` as `/data` while developing and copies it into the built application.
 * It is no part of `public`, because it is written and read by scripts, too.
 * @param {string} root
 * @returns {import('vite').Plugin}
 */
export function dataFolder(root) {
  const folder = resolve(root, 'data');
  let outDir = resolve(root, 'dist');
  return {
    name: 'linli-data-folder',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.middlewares.use('/data', (request, response, next) => {
        const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
        const file = resolve(folder, `.${path}`);
        if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) {
          next();
          return;
        }
        response.setHeader('Content-Type', mimeTypeOf(file));
        response.setHeader('Cache-Control', 'no-cache');
        createReadStream(file).pipe(response);
      });
    },
    async writeBundle() {
      if (existsSync(folder)) await cp(folder, join(outDir, 'data'), { recursive: true });
    },
  };
}

/**
 * Only built pages get the tag: the development server injects a script of its own into the page.
 * @returns {import('vite').Plugin}
 */
export function cspMetaTag() {
  return {
    name: 'linli-csp-meta-tag',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CSP_META },
        injectTo: 'head-prepend',
      },
    ],
  };
}
