import react from '@vitejs/plugin-react';
import { basename } from 'node:path';
import { defineConfig } from 'vite';
import { ownValidOrigins } from './build/own-valid-origins.ts';
import { quietTeams } from './build/quiet-teams.ts';
import { serviceWorker } from './build/service-worker.ts';

/** The tab is served at `/tab/`; in development Vite serves it and proxies the API to the running application. */
const api = process.env['API_ADDRESS'] ?? 'http://127.0.0.1:3978';

const everyPage =
  /\/tab\/shared\/(kinds|api\/(queries|api-error)|teams\/app-link|ui\/(Page|Viewed|Person|ButtonLink|Bar|late))\.tsx?$/;
/** Of the first page and of others: in files of their own each would be a request for a few hundred bytes. */
const firstIcons = /\/react-icons\/lib\/atoms\/svg\/(circle|clock-alarm)\.js$/;

/** Fluent parts of pages after the first: one file, fetched when the browser is idle. */
const laterFluent = /\/node_modules\/(tabster|keyborg|@floating-ui|@fluentui\/(?!react-icons|tokens))/;

export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react(), ownValidOrigins(), quietTeams(), serviceWorker()],
  css: {
    modules: {
      // `Page_title`: identical in every build, and readable.
      generateScopedName: (name, file) => `${basename(file.split('?')[0] ?? '', '.module.css')}_${name}`,
    },
  },
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    manifest: true,
    // Every browser that may run the tab preloads modules itself.
    modulePreload: { polyfill: false },
    target: 'es2022',
    reportCompressedSize: false,
    assetsInlineLimit: 2048,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Code of every page compresses better in one file than in twenty.
            { name: 'start', test: (id) => everyPage.test(id) || firstIcons.test(id), priority: 3 },
            { name: 'index', tags: ['$initial'], priority: 2 },
            { name: 'fluent', test: laterFluent, priority: 1 },
            // Dialogs are one file: four small ones took longer than one.
            {
              name: 'acts',
              test: /\/tab\/shared\/ui\/(?:ActButton|ActDialog|AskDialog|FormDialog)\.tsx$/,
              priority: 1,
            },
            { name: 'forms', test: /\/node_modules\/react-hook-form\//, priority: 1 },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': api, '/emulator': api } },
});
