import { defineConfig } from 'vite';

/** The desk's host page: served at `/`, its files under `/host/`. Not deployed to real tenants. */
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
