/** `npm start`: sets up what a fresh clone lacks and starts the program. Only Node's own modules are used here. */
import { spawn } from 'node:child_process';
import { buildTab } from './build-tab.mjs';
import { install } from './install.mjs';
import { answers, openBrowser } from './open-browser.mjs';
import { inProject, projectNode, root } from './paths.mjs';
import { pathToFileURL } from 'node:url';

await install();
await buildTab();

const child = spawn(
  projectNode(),
  [
    '--disable-warning=ExperimentalWarning',
    '--import',
    pathToFileURL(inProject('teams-app', 'starter', 'end-with-starter.mjs')).href,
    inProject('teams-app', 'main.ts'),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
);
let ended = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.once('exit', (code, signal) => {
  ended = true;
  process.exit(code ?? (signal ? 1 : 0));
});

// npm does not pass a `kill -9` on; under npm its end is seen by the change of parent.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGKILL'), 250).unref();
}

const port = Number(process.env.PORT ?? 3978);
const wantsBrowser = process.env.OPEN !== '0' && process.env.NODE_ENV !== 'production' && port > 0;
if (wantsBrowser && (await answers(`http://127.0.0.1:${port}/api/health`, () => ended)))
  openBrowser(`http://127.0.0.1:${port}/`);
