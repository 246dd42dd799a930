import type { Context } from '../context.ts';
import { documentIndex } from '../documents/index.ts';
import { languages } from '../kernel/index.ts';
import { excerptOf, placeOf, type Found } from '../search/index.ts';
import { areasOf } from './areas.ts';
import { ProcedureAreas } from './procedure-list.ts';
import { procedures, type VersionNow } from './procedures.ts';

export type ProcedureField = 'title' | 'area' | 'control' | 'text' | 'fileName' | 'fileText';
/** Shown beside the title in a row: a match there needs no excerpt. */
export const nearTitle: readonly ProcedureField[] = ['title', 'area'];

/** Full-text index of the library; the key is the version's. */
export const { index: procedureIndex, versionsFound } = documentIndex(procedures, {
  weights: { title: 8, area: 3, control: 1, text: 1, fileName: 1, fileText: 1 },
  lists: [ProcedureAreas],
  words: (context) => {
    const areas = areaWords(context);
    return (_now, version) => {
      const area = areas.get(version.areaKey) ?? version.areaTitle ?? version.areaKey;
      return {
        madeOf: [version, area],
        texts: (): Record<ProcedureField, string> => {
          const { title, control = '', body, file, fileText } = version;
          return { title, area, control, text: body, fileName: file?.name ?? '', fileText };
        },
      };
    };
  },
});

/** The names of the areas, in every language of a search. */
function areaWords(context: Context): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const language of languages)
    for (const { key, title } of areasOf(context, language)) words.set(key, `${words.get(key) ?? ''} ${title}`);
  return words;
}

/** The matching excerpt of text or file, verbatim; undefined when title and area suffice. */
export function excerptFor(found: Found<ProcedureField>, { version }: VersionNow): string | undefined {
  const place = placeOf(found, nearTitle);
  if (!place || nearTitle.includes(place.field)) return undefined;
  return excerptOf(place.words, `${version.body}\n${version.fileText}`);
}
