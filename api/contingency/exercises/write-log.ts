import { recordAct } from '../../audit/index.ts';
import type { Context } from '../../context.ts';
import {
  conflict,
  digest,
  forbidden,
  missing,
  repeatableKey,
  saidAt,
  stableKey,
  type Actor,
  type PersonId,
} from '../../kernel/index.ts';
import { createOnce, type Stored } from '../../sharepoint/index.ts';
import { ContingencyLog, type LogEntry } from './test-lists.ts';
import { logSubjectOf } from './log-subjects.ts';

export interface WriteLog {
  /** A test, one of its injects, or a downtime. */
  subjectKey: string;
  kind: Exclude<LogEntry['kind'], 'inject'>;
  text: string;
  /** Idempotency key: the same words with the same occasion are one entry. Absent: each is new. */
  occasion?: string;
}

const titleLength = 80;

interface Written {
  subjectKey: string;
  by: PersonId;
  occasion: string;
  kind: LogEntry['kind'];
  text: string;
}
const keyOn = ({ subjectKey, by, occasion, kind, text }: Written): string =>
  stableKey('log', digest([subjectKey, by, occasion, kind, text].join('\n')));

/** Whether an entry has that occasion, e.g. the card of an inject; unknown after an edit. */
export const isWrittenOn = (occasion: string, entry: LogEntry): boolean => entry.key === keyOn({ ...entry, occasion });

/**
 * Appends to the log of a test or a downtime (R6); entries never change. 4 resource units. Throws AppError: missing
 * `contingency.noSuchSubject`, forbidden `contingency.mayNotLog`, conflict `contingency.logClosed`, unavailable.
 */
export async function writeLog(context: Context, actor: Actor, input: WriteLog): Promise<Stored<LogEntry>> {
  const { kind, text, occasion } = input;
  const subject = logSubjectOf(context, actor, input.subjectKey);
  if (!subject) throw missing('contingency.noSuchSubject');
  if (!subject.mayWrite) throw forbidden('contingency.mayNotLog');
  const key =
    occasion === undefined
      ? repeatableKey(actor, 'logEntry')
      : keyOn({ subjectKey: subject.key, by: actor.personId, occasion, kind, text });
  if (!subject.isOpen && !context.list(ContingencyLog).get(key)) throw conflict('contingency.logClosed');
  return append(context, actor, key, { subjectKey: subject.key, kind, text });
}

interface ReportNote {
  downtimeKey: string;
  note: string;
}
const keyOfNote = ({ personId }: Actor, { downtimeKey, note }: ReportNote): string =>
  keyOn({ subjectKey: downtimeKey, by: personId, occasion: 'reportDowntime', kind: 'event', text: note });

/**
 * The note of somebody who reports what is down already, as a line of the running downtime's log: once for the same
 * person and words. Whoever may report may add it. 4 resource units. Throws AppError unavailable.
 */
export const logReport = (context: Context, actor: Actor, given: ReportNote): Promise<Stored<LogEntry>> =>
  append(context, actor, keyOfNote(actor, given), { subjectKey: given.downtimeKey, kind: 'event', text: given.note });

/** Whether such a note has its line. From memory. */
export const isReportLogged = (context: Context, actor: Actor, given: ReportNote): boolean =>
  context.list(ContingencyLog).get(keyOfNote(actor, given)) !== undefined;

async function append(
  context: Context,
  actor: Actor,
  key: string,
  { subjectKey, kind, text }: Pick<WriteLog, 'subjectKey' | 'kind' | 'text'>,
): Promise<Stored<LogEntry>> {
  const entry: LogEntry = {
    key,
    title: text.slice(0, titleLength),
    subjectKey,
    kind,
    text,
    at: saidAt(context.clock, actor),
    by: actor.personId,
  };
  const record = await createOnce(context.list(ContingencyLog), entry, ['at']);
  await recordAct(context, {
    act: 'writeContingencyLog',
    subjectKey,
    actorId: record.by,
    at: record.at,
    occasion: record.key,
    details: { entryKey: record.key, kind },
  });
  return record;
}
