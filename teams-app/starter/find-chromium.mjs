import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { say } from './paths.mjs';

/** The headless shell runs the same tests with a sixth less work. */
const headlessShell = 'chromium-headless-shell';
const names = [headlessShell, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const macOs = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const windows = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap(
  (folder) => (folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : []),
);

const onPath = () =>
  (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

function fromPlaywright() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith('chromium-'))
    .flatMap((name) => ['chrome-linux64', 'chrome-linux'].map((below) => join(folder, name, below, 'chrome')));
}

/** Path of a Chromium or Chrome on this machine, or undefined. `CHROMIUM` has priority. */
export const findChromium = () =>
  [process.env.CHROMIUM, ...onPath(), ...fromPlaywright(), ...macOs, ...windows].find(
    (path) => path && existsSync(path),
  );

/** The same, installed first where possible without asking (root on Debian or Ubuntu). */
export function needChromium() {
  const found = findChromium();
  if (found) return found;
  const hasApt = spawnSync('apt-get', ['--version']).status === 0;
  if (hasApt && process.getuid?.() === 0) {
    say(`Installing Chromium for the browser tests (apt-get install ${headlessShell}, or chromium).`);
    const quiet = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    const get = (name) => spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet);
    if (get(headlessShell).status !== 0) get('chromium');
  }
  const installed = findChromium();
  if (!installed)
    say(
      'No Chromium or Chrome was found, and the browser tests will fail. Install one ' +
        '(`sudo apt-get install chromium`) or set CHROMIUM to its path.',
    );
  return installed;
}
