import { ApprovalRequests } from '../approvals/index.ts';
import type { Context } from '../context.ts';
import { languages, todayOf } from '../kernel/index.ts';
import { excerptOf, keptIndex, meaningsOf, placeOf, type Found } from '../search/index.ts';
import { areasOf } from './areas.ts';
import { ProcedureAreas, Procedures, ProcedureVersions } from './procedure-list.ts';
import { allProcedures, shownOf, type ProcedureNow, type VersionNow } from './procedures.ts';

export type ProcedureField = 'title' | 'area' | 'control' | 'text' | 'fileName' | 'fileText';
/** What stands beside the title in a row: who finds it there needs no other place shown. */
export const nearTitle: readonly ProcedureField[] = ['title', 'area'];

/** What people may find of a procedure: the version it is shown by, and the one on its way. */
const versionsToFind = (now: ProcedureNow): VersionNow[] => {
  const shown = shownOf(now);
  return [...new Set([shown, now.coming])].filter((version) => version !== undefined);
};

/** Procedures and guidelines by their words; the key is the version's. */
export const procedureIndex = keptIndex<ProcedureField>({
  weights: { title: 8, area: 3, control: 1, text: 1, fileName: 1, fileText: 1 },
  lists: [Procedures, ProcedureVersions, ProcedureAreas, ApprovalRequests],
  also: (context) => todayOf(context.clock),
  *all(context) {
    const areas = areaWords(context);
    for (const now of allProcedures(context).values())
      for (const { version } of versionsToFind(now)) {
        const area = areas.get(version.areaKey) ?? version.areaTitle ?? version.areaKey;
        yield {
          key: version.key,
          madeOf: [version, area],
          texts: () => {
            const { title, control = '', body, file, fileText } = version;
            return { title, area, control, text: body, fileName: file?.name ?? '', fileText };
          },
        };
      }
  },
});

/** The names of the areas, in every language that somebody may search in. */
function areaWords(context: Context): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const language of languages)
    for (const { key, title } of areasOf(context, language)) words.set(key, `${words.get(key) ?? ''} ${title}`);
  return words;
}

export type FoundVersions = ReadonlyMap<string, Found<ProcedureField>>;

/** The versions that answer a search by key, whoever may read them; undefined when nothing is searched for. */
export async function versionsFound(context: Context, q = ''): Promise<FoundVersions | undefined> {
  if (q.trim() === '') return undefined;
  const index = await procedureIndex(context);
  const [words = []] = meaningsOf(q, [index.words]);
  return new Map(index.find(words).map((found) => [found.key, found]));
}

/** The place in text or file that answers, in the words as they stand there; undefined when title and area say it all. */
export function excerptFor(found: Found<ProcedureField>, { version }: VersionNow): string | undefined {
  const place = placeOf(found, nearTitle);
  if (!place || nearTitle.includes(place.field)) return undefined;
  return excerptOf(place.words, `${version.body}\n${version.fileText}`);
}
