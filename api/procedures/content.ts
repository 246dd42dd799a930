import type { ApprovalContent } from '../approvals/index.ts';
import type { Context, Translate } from '../context.ts';
import { areaOf } from './areas.ts';
import type { Procedure, ProcedureVersion } from './procedure-list.ts';
import type { TextsUnder } from '../texts/catalogue.ts';

/** Decisions are frozen in the reference language, for all readers. */
const frozenIn = 'da';

/**
 * The exact content decided about: text and file, preceded by a block of all else the hash covers: area, audience,
 * guideline, control, acknowledgement and interval. Names are those of the time of writing, so that renaming an area
 * does not change a pending decision.
 */
export const contentOf = (context: Context, procedure: Procedure, version: ProcedureVersion): ApprovalContent =>
  contentOfProcedure(context.texts(frozenIn), procedure, {
    ...version,
    areaTitle: version.areaTitle ?? areaOf(context, frozenIn, version).title,
  });

/** The same from the Danish texts alone, without lists. */
export function contentOfProcedure(t: Translate, procedure: Procedure, version: ProcedureVersion): ApprovalContent {
  const { title, body, file, fileText } = version;
  const block = headingBlock(t, procedure, version);
  return {
    title,
    text: body.trim() === '' ? block : `${block}\n\n${body}`,
    ...(file ? { file } : {}),
    ...(fileText === '' ? {} : { fileText }),
  };
}

function headingBlock(t: Translate, { kind }: Procedure, version: ProcedureVersion): string {
  const { jobTitles, guidelineKey, guidelineTitle, control, mustAcknowledge, needsLocal, reviewMonths } = version;
  const everybody = kind === 'guideline' ? 'everybody' : 'wholeCentre';
  const line = (name: TextsUnder<'procedureTexts.content'>, values?: Record<string, string | number>) =>
    `- ${t(`procedureTexts.content.${name}`, values)}`;
  const lines = [
    line('area', { area: version.areaTitle ?? version.areaKey }),
    jobTitles.length === 0 ? line(everybody) : line('jobTitles', { titles: jobTitles.join(', ') }),
    ...(guidelineKey === undefined ? [] : [line('guideline', { guideline: guidelineTitle ?? guidelineKey })]),
    ...(control === undefined ? [] : [line('control', { control })]),
    line(mustAcknowledge ? 'mustAcknowledge' : 'readOnly'),
    ...(needsLocal ? [line('needsLocal')] : []),
    line('review', { count: reviewMonths }),
  ];
  return lines.join('\n');
}
