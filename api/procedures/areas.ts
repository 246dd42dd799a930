import type { Context } from '../context.ts';
import { etagOf } from '../edits/index.ts';
import type { Actor, Language } from '../kernel/index.ts';
import type { AreaRow, AreaView } from './contract.ts';
import { ProcedureAreas, type ProcedureVersion } from './procedure-list.ts';
import { compareDanish } from '../texts/format.ts';
import type { TextGroups } from '../texts/catalogue.ts';

/** Default areas of a municipality, in order. Names are texts under `procedureTexts.areas.<key>`. */
const builtIn: readonly (Pick<AreaView, 'decidedBy' | 'reviewMonths'> & { key: TextGroups<'procedureTexts.areas'> })[] =
  [
    { key: 'area-access', decidedBy: 'securityTeam', reviewMonths: 12 },
    { key: 'area-personal-data', decidedBy: 'securityCommittee', reviewMonths: 12 },
    { key: 'area-mobile', decidedBy: 'securityTeam', reviewMonths: 12 },
    { key: 'area-paper', decidedBy: 'securityTeam', reviewMonths: 24 },
    { key: 'area-mail', decidedBy: 'securityTeam', reviewMonths: 12 },
    { key: 'area-incidents', decidedBy: 'securityCommittee', reviewMonths: 12 },
    { key: 'area-contingency', decidedBy: 'securityCommittee', reviewMonths: 12 },
    { key: 'area-suppliers', decidedBy: 'securityCommittee', reviewMonths: 24 },
  ];

/**
 * Areas with their approvers (R12, R16): the built-in ones, where not changed, then the municipality's own, by name.
 * Closed ones are included, for earlier procedures. From memory.
 */
export function areasOf(context: Context, language: Language): AreaView[] {
  const t = context.texts(language);
  const stored = new Map(
    context
      .list(ProcedureAreas)
      .all()
      .map((area) => [area.key, area]),
  );
  const known = builtIn.map((area): AreaView => {
    const own = stored.get(area.key);
    stored.delete(area.key);
    return own ? viewOf(own) : { ...area, title: t(`procedureTexts.areas.${area.key}`), closed: false };
  });
  const own = [...stored.values()].map(viewOf).sort((one, other) => compareDanish(one.title, other.title));
  return [...known, ...own];
}

const viewOf = ({ key, title, decidedBy, reviewMonths, closed }: AreaView): AreaView => ({
  key,
  title,
  decidedBy,
  closed,
  reviewMonths: Number.isInteger(reviewMonths) && reviewMonths > 0 ? reviewMonths : 12,
});

/** With its stamp, in the language of the form. */
export const areaRowOf = (area: AreaView): AreaRow => {
  const { title, decidedBy, reviewMonths, closed } = area;
  return { ...area, etag: etagOf([title, decidedBy, reviewMonths, closed]) };
};
export const areaRows = (context: Context, { language }: Actor): AreaRow[] => areasOf(context, language).map(areaRowOf);

export const findArea = (context: Context, language: Language, key: string): AreaView | undefined =>
  areasOf(context, language).find((area) => area.key === key);

/** The area of a version; a deleted one retains its stored name, and the committee approves. */
export const areaOf = (
  context: Context,
  language: Language,
  { areaKey, areaTitle }: Pick<ProcedureVersion, 'areaKey' | 'areaTitle'>,
): AreaView =>
  findArea(context, language, areaKey) ?? {
    key: areaKey,
    title: areaTitle ?? areaKey,
    decidedBy: 'securityCommittee',
    reviewMonths: 12,
    closed: true,
  };
