import { get, type Control, type FieldPath, type FieldValues } from 'react-hook-form';

/** The field of a form that a path of the API names; undefined where none is shown. `refused`: names that differ. */
export function fieldOfPath<Values extends FieldValues>(
  path: string,
  { _fields: shown, _names }: Control<Values>,
  refused: Readonly<Record<string, FieldPath<Values>>>,
): FieldPath<Values> | undefined {
  const isShown = (name: string): boolean => {
    const field: { _f?: { mount?: boolean } } | undefined = get(shown, name);
    return field?._f?.mount === true;
  };
  const names = [...[..._names.mount].filter(isShown), ..._names.array];
  // One field of the API may be several inputs.
  const name = names.find((known) => known === path) ?? names.find((known) => known.startsWith(`${path}.`));
  if (refused[path] !== undefined || name !== undefined) return refused[path] ?? (name as FieldPath<Values>);
  const [, within] = Object.entries(refused).find(([known]) => path.startsWith(`${known}.`)) ?? [];
  return within;
}
