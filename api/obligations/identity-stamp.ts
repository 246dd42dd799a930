let stamps = 0;
const stampOf = new WeakMap<object, number>();

/** Distinguishes an object from its replacement: the same object has the same stamp. */
export function identityStamp(object: object | undefined): string {
  if (!object) return '';
  const stamp = stampOf.get(object) ?? ++stamps;
  stampOf.set(object, stamp);
  return String(stamp);
}
