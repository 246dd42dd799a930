/**
 * `npm run dev`: restarts the program on changes, and updates the tab in the open page. Open the printed address:
 * requests outside the tab are passed to the program.
 */
import { spawn } from 'node:child_process';
import { whenNpmIsGone } from './ancestors.mjs';
import { install } from './install.mjs';
import { buildTab } from './build-tab.mjs';
import { openBrowser, answers } from './open-browser.mjs';
import { inProject, projectNode, root, say, withCompileCache } from './paths.mjs';

await install();
await buildTab();

const port = process.env.PORT ?? '3978';
const devPort = process.env.DEV_PORT ?? '5173';
const program = `http://127.0.0.1:${port}`;
const children = [
  [['--watch', '--watch-preserve-output', inProject('teams-app', 'main.ts'), ...process.argv.slice(2)], { OPEN: '0' }],
  [[inProject('teams-app', 'starter', 'dev-tab.mjs'), devPort, program], { API_ADDRESS: program }],
].map(([args, env]) =>
  spawn(projectNode(), ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...withCompileCache(), ...env },
  }),
);
let ended = false;
const end = (signal) => {
  ended = true;
  for (const child of children) child.kill(signal);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));
whenNpmIsGone(() => end('SIGTERM'));
for (const child of children) child.once('exit', () => end('SIGTERM'));

const page = `http://127.0.0.1:${devPort}/`;
if (await answers(`${program}/api/health`, () => ended)) {
  say(`Ready at ${page}`);
  if (process.env.OPEN !== '0') openBrowser(page);
}
