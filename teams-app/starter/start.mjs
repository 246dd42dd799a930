/** `npm start`: sets up a fresh clone and starts the program. Uses Node's own modules only. */
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { whenNpmIsGone } from './ancestors.mjs';
import { buildTab } from './build-tab.mjs';
import { portIsFree } from './free-port.mjs';
import { install } from './install.mjs';
import { openBrowser } from './open-browser.mjs';
import { inProject, projectNode, root, say, withCompileCache } from './paths.mjs';

const port = Number(process.env.PORT || 3978);

await install();
await buildTab();
if (!(await portIsFree(port, process.env.HOST || undefined))) {
  say(`Port ${port} is taken by another program. Stop it, or choose another: PORT=4000 npm start`);
  process.exit(1);
}

const child = spawn(
  projectNode(),
  [
    '--disable-warning=ExperimentalWarning',
    '--import',
    pathToFileURL(inProject('teams-app', 'starter', 'end-with-starter.mjs')).href,
    inProject('teams-app', 'main.ts'),
    ...process.argv.slice(2),
  ],
  { cwd: root, env: withCompileCache(), stdio: ['inherit', 'inherit', 'inherit', 'ipc'] },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
whenNpmIsGone(() => {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), 1000);
});
child.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.once('exit', (code, signal) => {
  process.exit(code ?? (signal ? 1 : 0));
});

// The program reports the page to open on a desk.
child.on('message', ({ page }) => openBrowser(page));
