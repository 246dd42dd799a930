import type { Context } from '../../context.ts';
import { frozenDownload, storeFile, type ProvenFile } from '../../files/index.ts';
import type { Upload } from '../../http/endpoint.ts';
import type { FileAnswer } from '../../http/route.ts';
import { conflict, forbidden, type Actor } from '../../kernel/index.ts';
import { fillTemplate } from '../../word/index.ts';
import { mayWriteReport } from '../permissions.ts';
import { isEditable } from '../report.ts';
import type { YearlyReport } from '../report-list.ts';
import { reportOrThrow, type KnownReport } from '../reports.ts';
import { paperOf } from './report-paper.ts';
import { templateWords, wordOf } from './report-word.ts';
import { refuseTemplate } from './template-refused.ts';

/** Checks permission before the template's bytes are read. */
export function requireTemplate(context: Context, actor: Actor, key: string): void {
  if (!mayWriteReport(actor)) throw forbidden('reports.mayNotWrite');
  if (!isEditable(reportOrThrow(context, actor, key).state)) throw conflict('reports.notEditable');
}

const folderOf = ({ year }: Pick<YearlyReport, 'year'>): string[] => ['Årsrapporter', String(year)];

/**
 * Validates a Word template and stores it in the library. Throws AppError: forbidden, missing, conflict, invalid
 * `files.kindNotAllowed`, and `reports.template.*` with name and paragraph of the problem, unavailable.
 */
export async function storeTemplate(
  context: Context,
  actor: Actor,
  key: string,
  { fileName, bytes }: Upload,
): Promise<ProvenFile> {
  requireTemplate(context, actor, key);
  const looked = await fillTemplate({ template: bytes, words: templateWords, title: '', creator: '' });
  if ('problems' in looked) throw refuseTemplate(looked.problems);
  const { report } = reportOrThrow(context, actor, key);
  return storeFile(context, [...folderOf(report), 'Skabelon'], { fileName, bytes });
}

/** Stores both present files of a report, in Danish, with their SHA-256. 6 resource units. */
export async function storeReport(context: Context, report: YearlyReport) {
  const [word, paper] = [await wordOf(context, report, 'da'), await paperOf(context, report, 'da')];
  return {
    word: await storeFile(context, folderOf(report), word),
    paper: await storeFile(context, folderOf(report), paper),
  };
}

/** A report's file: as submitted during and after approval, else the present one. */
export async function reportFile(
  context: Context,
  actor: Actor,
  { report, state }: KnownReport,
  kind: 'word' | 'paper',
): Promise<FileAnswer> {
  if (state === 'waiting' || state === 'approved') {
    if (!report.sent) throw conflict('reports.notSent');
    return frozenDownload(context, report.sent[kind]);
  }
  return kind === 'word' ? wordOf(context, report, actor.language) : paperOf(context, report, actor.language);
}
