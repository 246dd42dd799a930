import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const files = { main: 'teams-app/main.ts', isms: 'teams-app/commands/isms.ts' } as const;

/** The file to start as a process: the program or a command, bundled (by `npm test`) or from source. */
export const startedFile = (name: keyof typeof files): string => {
  const bundled = process.env['PROGRAM_BUNDLE'];
  return bundled === undefined ? join(root, files[name]) : join(bundled, `${name}.js`);
};

/** Options for short-lived processes: a start exceeds a young heap, and is collected repeatedly. */
export const startedWith = ['--disable-warning=ExperimentalWarning', '--min-semi-space-size=16'];
