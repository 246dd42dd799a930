import { readFileSync } from 'node:fs';

/** Parent of a process; undefined where finding it needs a program. */
function parentOf(pid) {
  try {
    // The name in brackets may contain anything; parsing starts after the last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/**
 * Calls `gone` when npm, which started us through a shell, has ended: neither a `kill` nor a `kill -9` of npm reaches
 * us otherwise. Does nothing without npm.
 */
export function whenNpmIsGone(gone) {
  if (!process.env.npm_lifecycle_event) return;
  const family = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const known = family();
  const timer = setInterval(() => {
    if (family() === known) return;
    clearInterval(timer);
    gone();
  }, 250);
  timer.unref();
}
