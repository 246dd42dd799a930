import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build, type Plugin, type Rollup } from 'vite';

const source = join(import.meta.dirname, '../offline/service-worker.ts');
/** Needed offline besides the entry: pages and texts, by path suffix. */
const needed = [
  /\/tab\/offline\/(offline|OfflinePage)\.tsx?$/,
  /\/tab\/shared\/teams\/(dark|contrast)-theme\.ts$/,
  /\/tab\/pages\/(contingency|inspections)\.ts$/,
  /\/tab\/contingency\/mine\/\w+Page\.tsx$/,
  /\/tab\/shared\/ui\/InDanish\.tsx$/,
  /\/tab\/inspections\/walk\/WalkPage\.tsx$/,
  /\/texts\/(da|en)\/(common|pocket|contingency|contingency-tests|inspections|inspection-pages|writing)\.ts$/,
];
/** Teams' list of hosts; without it the tab would wait for it. */
const besides = ['valid-origins.json'];

/** The entry and the needed chunks, with their static imports and styles. */
function neededFiles(bundle: Rollup.OutputBundle): string[] {
  const found = new Set<string>();
  const visit = (fileName: string): void => {
    const chunk = bundle[fileName];
    if (found.has(fileName) || chunk?.type !== 'chunk') return;
    found.add(fileName);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
    chunk.imports.forEach(visit);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk') continue;
    const modules = [chunk.facadeModuleId ?? '', ...chunk.moduleIds].map((id) => id.replaceAll('\\', '/'));
    if (chunk.isEntry || modules.some((id) => needed.some((pattern) => pattern.test(id)))) visit(chunk.fileName);
  }
  return [...found].sort();
}

/** Builds the service worker with its list of files: their names contain a content hash. */
export function serviceWorker(): Plugin {
  let base = '/';
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => void (base = config.base),
    async generateBundle(_options, bundle) {
      const files = [...neededFiles(bundle), ...besides];
      const version = createHash('sha256')
        .update(JSON.stringify([base, files]))
        .digest('hex')
        .slice(0, 12);
      const built = await build({
        configFile: false,
        logLevel: 'silent',
        define: { __KEPT_FILES__: JSON.stringify({ version, base, files }) },
        build: {
          write: false,
          target: 'es2022',
          rollupOptions: { input: source, output: { format: 'iife', entryFileNames: 'sw.js' } },
        },
      });
      const output = 'output' in built ? built.output : [];
      const script = output.find((file) => file.type === 'chunk');
      if (!script || script.type !== 'chunk') return this.error('the service worker was not built');
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: script.code });
    },
  };
}
