import { spawn } from 'node:child_process';
import { say } from './paths.mjs';

const opener = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];

/** Opens the page in the default browser; without one prints the address. */
export function openBrowser(address) {
  const [command, ...args] = opener;
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.once('error', () => say(`Open ${address} in a browser.`));
  child.unref();
}

/** Waits until the address answers 200; false when `stopped` became true first. */
export async function answers(address, stopped) {
  while (!stopped()) {
    const status = await fetch(address).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return false;
}
