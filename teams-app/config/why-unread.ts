const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not there',
  EISDIR: 'is a folder',
  EACCES: 'the user of the program may not read',
  EPERM: 'the user of the program may not read',
};

/** Ends "a file that …" with why it cannot be read. */
export function whyUnread(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return reasons[code] ?? `cannot be read${code === '' ? '' : ` (${code})`}`;
}
