import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from './figures.ts';
import { judged, readReport, type Reading } from './read-report.ts';

export interface CompareSettings {
  /** The commit to compare with, in any git notation. */
  commit: string;
  /** Arguments of both benches. */
  args: readonly string[];
  /** Runs of each, alternating. */
  rounds: number;
  /** Ratio at which a figure fails. */
  worst: number;
}

const root = join(import.meta.dirname, '../..');
const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

/**
 * Runs a commit's bench and this one's alternately (A B A B …), so that other load on the machine affects both, and
 * prints the ratio of every figure in both. True when none is worse than allowed.
 */
export async function compare({ commit, args, rounds, worst }: CompareSettings): Promise<boolean> {
  const sha = git('rev-parse', '--verify', `${commit}^{commit}`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const theirs = join(folder, 'tree');
  git('worktree', 'add', '--quiet', '--detach', theirs, sha);
  try {
    bringModules(theirs);
    const readings: { theirs: Reading[][]; ours: Reading[][] } = { theirs: [], ours: [] };
    for (let round = 1; round <= rounds; round += 1) {
      console.log(`Round ${round} of ${rounds}: ${sha.slice(0, 7)}, then the working tree`);
      readings.theirs.push(readReport(await bench(theirs, args)));
      readings.ours.push(readReport(await bench(root, args)));
    }
    const rows = judged(readings.theirs, readings.ours, worst);
    print(
      `Against ${sha.slice(0, 7)}, ${rounds} rounds each; more than ${worst} times worse fails`,
      rows.map(({ name, before, now, ratio, isWorse }) => ({
        what: name,
        figure: `${ratio.toFixed(2)} ×`,
        beside: `${before} → ${now}${isWorse ? '  WORSE' : ''}`,
      })),
    );
    if (rows.length === 0) throw new Error('The two benches print no figure in common.');
    return rows.every(({ isWorse }) => !isWorse);
  } finally {
    git('worktree', 'remove', '--force', theirs);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same packages if the lock files are equal; else the commit's own, from the registry. */
function bringModules(tree: string): void {
  const lock = (folder: string) => readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (lock(tree) === lock(root)) symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  else execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: tree, stdio: ['ignore', 'ignore', 'inherit'] });
  const built = join(root, 'dist');
  if (existsSync(built)) cpSync(built, join(tree, 'dist'), { recursive: true });
}

/** The bench's output, echoed while it runs. Throws when it fails. */
async function bench(tree: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [join(tree, 'tests/load/bench.ts'), ...args], {
    cwd: tree,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    process.stdout.write(chunk);
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The bench in ${tree} ended with ${code}.`);
  return printed;
}
