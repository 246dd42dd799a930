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

/** Whoever may put a template on a report; asked before its bytes are read. */
export function requireTemplate(context: Context, actor: Actor, key: string): void {
  if (!mayWriteReport(actor)) throw forbidden('reports.mayNotWrite');
  if (!isEditable(reportOrThrow(context, actor, key).state)) throw conflict('reports.notEditable');
}

const folderOf = ({ year }: Pick<YearlyReport, 'year'>): string[] => ['Årsrapporter', String(year)];

/**
 * Stores a Word template in the library after looking it through. Throws AppError: forbidden, missing, conflict, invalid
 * `files.kindNotAllowed`, and `reports.template.*` with the name and the paragraph of what is wrong with it, unavailable.
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

/** Both files of a report as they are now, in Danish whoever sends it, stored with their SHA-256. 6 resource units. */
export async function storeReport(context: Context, report: YearlyReport) {
  const [word, paper] = [await wordOf(context, report, 'da'), await paperOf(context, report, 'da')];
  return {
    word: await storeFile(context, folderOf(report), word),
    paper: await storeFile(context, folderOf(report), paper),
  };
}

/** The file of a report: exactly as it was sent while it is with the bodies or approved, else as it is now. */
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
