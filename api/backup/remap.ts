/** The new location of a backed-up file. */
export interface Moved {
  id: string;
  /** Old version ids to new ones. */
  versions: ReadonlyMap<string, string>;
}

/** Fields with the new site's file and version ids, also inside JSON. */
export function remapped(fields: Readonly<Record<string, unknown>>, files: ReadonlyMap<string, Moved>) {
  return mapObject(
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, inText(value, files)])),
    files,
  );
}

function inText(value: unknown, files: ReadonlyMap<string, Moved>): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    const given: unknown = JSON.parse(value);
    const text = JSON.stringify(mapped(given, files));
    return text === JSON.stringify(given) ? value : text;
  } catch {
    return value;
  }
}

function mapped(value: unknown, files: ReadonlyMap<string, Moved>): unknown {
  if (Array.isArray(value)) return value.map((one) => mapped(one, files));
  if (typeof value === 'object' && value !== null) {
    const inside = Object.entries(value).map(([name, one]): [string, unknown] => [name, mapped(one, files)]);
    return mapObject(Object.fromEntries(inside), files);
  }
  return value;
}

/** Records refer to a file by id with the version beside it: `versionId`, `VersionId`, `fileVersionId`, … */
function mapObject(object: Record<string, unknown>, files: ReadonlyMap<string, Moved>): Record<string, unknown> {
  const entries = Object.entries(object);
  const moved = entries.map(([, value]) => (typeof value === 'string' ? files.get(value) : undefined)).find(Boolean);
  if (!moved) return object;
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      const file = files.get(value);
      if (file) return [name, file.id];
      return [name, /version(Id)?$/i.test(name) ? (moved.versions.get(value) ?? value) : value];
    }),
  );
}

const followed = /^.+ follows (\w+)$/;

/**
 * A follower's cursor is an item id: mapped to the same item in the new list, or the one before it. `places`: old ids
 * in order, with the new ones. Other cursors (a moment) are unchanged.
 */
export function remappedCursor(
  fields: Readonly<Record<string, unknown>>,
  places: ReadonlyMap<string, { old: readonly number[]; now: readonly number[] }>,
): Record<string, unknown> {
  const list = followed.exec(typeof fields.Title === 'string' ? fields.Title : '')?.[1];
  const ids = list === undefined ? undefined : places.get(list);
  const position = fields.Position;
  if (!ids || typeof position !== 'number') return { ...fields };
  const rank = ids.old.findLastIndex((id) => id <= position);
  return { ...fields, Position: rank < 0 ? 0 : (ids.now[rank] ?? 0) };
}
