import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const files = { main: 'teams-app/main.ts', isms: 'teams-app/commands/isms.ts' } as const;

/** What is started as a process of its own: the program or a command, bundled (`npm test` does it) or as it is written. */
export const startedFile = (name: keyof typeof files): string => {
  const bundled = process.env['PROGRAM_BUNDLE'];
  return bundled === undefined ? join(root, files[name]) : join(bundled, `${name}.js`);
};

/** What a process takes that lives for seconds: a start fills more than a young heap holds, and is collected over and over. */
export const startedWith = ['--disable-warning=ExperimentalWarning', '--min-semi-space-size=16'];
