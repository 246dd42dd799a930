import type { Ensured, Part } from './declaration.ts';

/** A path as an address: spaces are the only character that needs it here. */
export const addressed = (path: string): string => path.replaceAll(' ', '%20');

/** Answers that a part lacks, by name. */
export const lackedBy = (part: Part): string[] => [
  ...new Set(
    [...JSON.stringify(part.steps).matchAll(/<([A-Z][A-Z_]+|host of PUBLIC_URL)>/g)].map(([, name]) => name ?? ''),
  ),
];

/** JSON in ASCII: the administrators' tools do not all send other characters as UTF-8. */
export const bodyText = ({ make }: Ensured): string =>
  JSON.stringify(make?.body ?? {}, null, 2).replace(
    /[^\0-\x7F]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The first lines of a script, without a comment sign. */
export function introduction(parts: readonly Part[], by: string): string[] {
  return [
    'Sikkerhedshjulet: what only administrators may do. Written by npm run isms -- setup --script.',
    'Looks first and makes what is missing, so that it may be run again. Changes nothing that is there.',
    'Each part is for one administrator:',
    ...parts.map(({ name, title, who }) => `  ${name.padEnd(10)} ${title} (${who})`),
    by,
  ];
}
