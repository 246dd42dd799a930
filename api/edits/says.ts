import { isDeepStrictEqual } from 'node:util';

/** As a list stores it: without absent fields. */
const stored = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** Whether a record says all of the fields already. A writer's own save whose answer was lost with the program is no conflict. */
export const says = (record: object, fields: object): boolean =>
  Object.entries(fields).every(([name, value]) =>
    isDeepStrictEqual(stored((record as Record<string, unknown>)[name]), stored(value)),
  );
