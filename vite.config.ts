/**
 * How Linli is built: static files, split so that the desk does not wait for what only the planner or the wall needs, and a
 * service worker that keeps the shell, the sample community and the models for work without a network.
 */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { basisWithoutEval } from './scripts/lib/basis-without-eval.mjs';
import { cspMetaTag, dataFolder } from './scripts/lib/vite-plugins.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * Packages that come as one file of their own, so that a change of our code leaves them in the browser's cache. A package's own
 * dependencies follow it into its file unless an earlier group has them: React first, or it lands in three's file, which the page
 * would then need before its first line.
 */
const PACKAGE_GROUPS: { name: string; packages: string[] }[] = [
  {
    name: 'react',
    packages: [
      'react',
      'react-dom',
      'scheduler',
      'use-sync-external-store',
      'react-router',
      'zustand',
      'i18next',
      'react-i18next',
    ],
  },
  { name: 'storage', packages: ['dexie', 'dexie-react-hooks', 'zod'] },
  { name: 'antd', packages: ['antd', '@ant-design/*', '@rc-component/*', 'dayjs'] },
  { name: 'charts', packages: ['echarts', 'zrender'] },
  { name: 'pinyin', packages: ['pinyin-pro'] },
  { name: 'three', packages: ['three', '@react-three/*', 'camera-controls'] },
];

const packagePattern = (packages: string[]): RegExp => {
  const names = packages.map((name) => name.replace('/', '[\\\\/]').replace('*', '[^\\\\/]+'));
  return new RegExp(`[\\\\/]node_modules[\\\\/](?:${names.join('|')})[\\\\/]`);
};

export default defineConfig({
  root,
  // Relative addresses: the built folder also works below a path of an intranet server.
  base: './',
  plugins: [
    react(),
    cspMetaTag(),
    basisWithoutEval(),
    dataFolder(root),
    VitePWA({
      registerType: 'prompt',
      // `auto`: the application registers the worker itself through `virtual:pwa-register`; no inline script either way.
      injectRegister: 'auto',
      manifest: {
        id: 'linli',
        name: '邻里 · 三维数字社区',
        short_name: '邻里',
        description: '三维数字社区：看得见的楼栋，认得清的人家。',
        lang: 'zh-CN',
        display: 'standalone',
        background_color: '#eef1f4',
        theme_color: '#1f3a4d',
        icons: [{ src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,svg,webmanifest,wasm,glb,json,jsonl}'],
        // Of three's Draco decoders the one for glTF is used; the others come along because they are named beside it.
        globIgnores: ['**/*.map', '**/draco_decoder-*.js'],
        maximumFileSizeToCacheInBytes: 32 * 1024 * 1024,
        navigateFallback: 'index.html',
        cleanupOutdatedCaches: true,
        // A hundred slices of a Chinese font: each is kept when it was needed once.
        runtimeCaching: [
          {
            urlPattern: /\.woff2$/,
            handler: 'CacheFirst',
            options: { cacheName: 'linli-fonts', expiration: { maxEntries: 128 } },
          },
        ],
      },
    }),
  ],
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  build: {
    target: 'es2023',
    sourcemap: false,
    // The content policy lets fonts come from files only, and a picture of a kilobyte is no gain in the page.
    assetsInlineLimit: 0,
    // What the bundled packages ask to be told along with them; fonts bring their licence as a package of their own.
    license: { fileName: 'licenses.md' },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: PACKAGE_GROUPS.map(({ name, packages }, at) => ({
            name,
            test: packagePattern(packages),
            priority: PACKAGE_GROUPS.length - at,
          })),
        },
      },
    },
  },
});
