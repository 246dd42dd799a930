import type { Context } from '../../context.ts';
import { figureValues, figureWords, findFigure, valueFor, type Owner } from '../../figures/index.ts';
import { findIncident, incidentPath, maySeeIncident } from '../../incidents/index.ts';
import { localDate, missing, stableKey, type Actor } from '../../kernel/index.ts';
import { centreRef } from '../../organisation/index.ts';
import type { CollectBody, CollectedView, SubjectBody } from '../contract.ts';
import { addSubject, requireKeeper } from './collect-subjects.ts';
import { collecting, numberNow } from './orientations.ts';
import { formatDate, formatNumber } from '../../texts/format.ts';

const ofFigure = 'figure:';

/** Subjects from other pages in the present orientation. From memory. */
export const collectedFromPages = (context: Context): CollectedView => ({
  subjects: (collecting(context)?.subjects ?? []).flatMap(({ key, path, suggestion }) => {
    const about = suggestion?.startsWith(ofFigure) ? suggestion : path;
    return about === undefined ? [] : [{ key, about }];
  }),
});

/**
 * Adds another page's subject, with title and link (R11). Once per orientation. 4 resource units, 6 for the first.
 * Throws AppError as `addSubject`, and missing of an accident or a figure.
 */
export async function collect(context: Context, actor: Actor, body: CollectBody): Promise<CollectedView> {
  requireKeeper(actor);
  const subject = await subjectOf(context, actor, body);
  const about = subject.suggestion ?? subject.path ?? '';
  const known = collectedFromPages(context);
  if (known.subjects.some((one) => one.about === about)) return known;
  await addSubject(context, actor, subject, stableKey('about', String(numberNow(context)), about));
  return collectedFromPages(context);
}

/** In Danish, like the document. An accident's free text is left out: it may name a citizen. */
async function subjectOf(context: Context, actor: Actor, body: CollectBody): Promise<SubjectBody> {
  if ('figure' in body) return figureSubject(context, body.figure, body.owner as Owner);
  if ('path' in body) return { ...body, text: '' };
  const incident = findIncident(context, body.incident);
  if (!incident || !maySeeIncident(context, actor, incident)) throw missing('incidents.noSuchIncident');
  const t = context.texts('da');
  const values = {
    kind: t(`incidents.kind.${incident.kind}.name`),
    date: formatDate(localDate(incident.reportedAt), 'da'),
  };
  return { title: t('governanceDocuments.collected.incident', values), text: '', path: incidentPath(incident.key) };
}

async function figureSubject(context: Context, key: string, owner: Owner): Promise<SubjectBody> {
  const figure = findFigure(key);
  const counted = figure && valueFor(await figureValues(context), figure, owner);
  if (!figure || !counted) throw missing('figures.noSuchFigure');
  const t = context.texts('da');
  const { name } = figureWords(context, 'da', figure);
  const { value } = counted;
  const said = value === undefined ? '–' : t(`reports.value.${figure.unit}`, { number: formatNumber(value, 'da') });
  const whose = owner === 'whole' ? '' : ` (${centreRef(context, owner)?.title ?? owner})`;
  const suggestion = `${ofFigure}${key}:${owner}`;
  return { title: `${name}${whose}: ${said}`, text: '', path: figure.link(owner, context), suggestion };
}
