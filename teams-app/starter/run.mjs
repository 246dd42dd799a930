import { spawn } from 'node:child_process';
import { whenNpmIsGone } from './ancestors.mjs';
import { projectNode, root } from './paths.mjs';

/** Runs a program to its end; resolves with its exit code. Signals such as Ctrl-C reach it too. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const forward = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    whenNpmIsGone(() => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}

/** Runs a file with the project's own Node. */
export const runNode = (args, options) => run(projectNode(), args, options);

/** On Windows npm is a script that only a shell finds. */
export const runNpm = (args, options) => run('npm', args, { shell: process.platform === 'win32', ...options });
