import { defineConfig } from 'vite';

/** The desk's host page: served at `/`, its files under `/host/`. Never part of what goes to a real tenant. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/host/',
  build: {
    outDir: '../../../dist/host',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
});
