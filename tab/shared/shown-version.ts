interface Version {
  key: string;
}

/** The version of a paper to show: as requested, else in force, else in approval, else the last. */
export function shownVersion<Whole extends Version>(
  {
    current,
    coming,
    versions,
  }: {
    current?: Whole | undefined;
    coming?: Whole | undefined;
    versions: readonly { key: string; number: number }[];
  },
  asked: string | undefined,
): { version: Whole } | { versionKey: string } | undefined {
  if (asked === 'coming' && coming) return { version: coming };
  const known = [current, coming].find((version) => version !== undefined && version.key === asked);
  if (known) return { version: known };
  if (asked !== undefined && versions.some(({ key }) => key === asked)) return { versionKey: asked };
  const first = current ?? coming;
  if (first) return { version: first };
  const [newest] = [...versions].sort((one, other) => other.number - one.number);
  return newest && { versionKey: newest.key };
}
