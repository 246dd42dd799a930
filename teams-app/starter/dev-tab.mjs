/** The tab with hot reload; run by dev.mjs with the project's Node once everything is installed. */
import { createServer } from 'vite';
import { inProject } from './paths.mjs';

const [port, program] = process.argv.slice(2);
const server = await createServer({
  configFile: inProject('tab', 'vite.config.ts'),
  server: { port: Number(port), strictPort: true, proxy: { '^/(?!tab/)': program } },
});
await server.listen();
