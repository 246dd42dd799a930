import { ApprovalRequests } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../kernel/index.ts';
import { centreRef, findPerson } from '../../organisation/index.ts';
import {
  areasOf,
  findVersion,
  nearTitle,
  procedureIndex,
  procedurePath,
  ProcedureAreas,
  Procedures,
  ProcedureVersions,
  readsVersion,
  type ProcedureField,
  type ProcedureNow,
  type VersionNow,
} from '../../procedures/index.ts';
import { excerptOf, paragraphWith, placeOf, type Place } from '../../search/index.ts';
import type { FoundRecord } from '../contract.ts';
import { atParagraph } from '../paths.ts';
import { source } from '../source.ts';

/** Procedures and guidelines, with the paragraph in the text or Word file. */
export const proceduresFound = source({
  kind: 'procedure',
  lists: [Procedures, ProcedureVersions, ProcedureAreas, ApprovalRequests],
  index: procedureIndex,
  reader: (context, actor) => {
    const person = findPerson(context, actor.personId);
    const about = aboutWith(context, actor);
    return (found) => {
      const known = findVersion(context, found.key);
      if (!known || known.now.procedure.retiredAt !== undefined) return [];
      if (!readsVersion(context, actor, person, known.now, found.key)) return [];
      const place = placeOf(found, nearTitle);
      return place ? [recordOf(known, place, about(known))] : [];
    };
  },
});

interface Known {
  now: ProcedureNow;
  version: VersionNow;
}

function recordOf({ now, version: { version } }: Known, place: Place<ProcedureField>, about: string): FoundRecord {
  const { field, words } = place;
  const text = field === 'fileText' ? version.fileText : version.body;
  const isText = field === 'text' || field === 'fileText';
  const excerpt = isText ? excerptOf(words, text) : undefined;
  // The page opens the version in force.
  const isShown = now.current === undefined || now.current.version.key === version.key;
  const page = `${procedurePath(now.procedure.key)}${isShown ? '' : `?version=${encodeURIComponent(version.key)}`}`;
  return {
    key: now.procedure.key,
    title: version.title,
    about,
    field,
    path: isText ? atParagraph(page, paragraphWith(words, text), field === 'fileText' ? 'file' : undefined) : page,
    ...(excerpt === undefined ? {} : { excerpt }),
  };
}

function aboutWith(context: Context, actor: Actor): (known: Known) => string {
  const t = context.texts(actor.language);
  const areas = new Map(areasOf(context, actor.language).map(({ key, title }) => [key, title]));
  return ({ now: { procedure }, version: { version, state } }) =>
    [
      t(`procedureTexts.kind.${procedure.kind}`),
      centreRef(context, procedure.centreId)?.title,
      areas.get(version.areaKey) ?? version.areaTitle,
      state === 'valid' ? undefined : t(`procedureTexts.state.${state}`),
    ]
      .filter((part) => part !== undefined)
      .join(' · ');
}
