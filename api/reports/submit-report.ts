import { startPlan, type DecidedTask } from '../annual-wheel/index.ts';
import {
  contentHashOf,
  latestRequest,
  requestsAbout,
  submitForApproval,
  type ApprovalContent,
  type ApprovalSubject,
} from '../approvals/index.ts';
import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { etagOf } from '../edits/index.ts';
import {
  addDays,
  conflict,
  forbidden,
  isCentreRole,
  localDate,
  nowOf,
  repeatableKey,
  type Actor,
  type Instant,
  type LocalDate,
} from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { seatsOf } from '../organisation/index.ts';
import { storeReport } from './files/report-files.ts';
import { reportDocument, titleOf, type ReportDocument } from './model/report-document.ts';
import { maySeeReport, mayWriteReport } from './permissions.ts';
import { isEditable, reportPath, reportPlanKey, reportState, reportSubject, reportTurn, reportWay } from './report.ts';
import { YearlyReports, type SentReport, type YearlyReport } from './report-list.ts';
import { reportOrThrow, type KnownReport } from './reports.ts';
import { toBody } from './report-views.ts';
import { informed } from './vocabulary.ts';

/** Characters of a card's summary. */
const onCard = 600;
/** Days until bodies must be informed. */
const informWithin = { corporateManagement: 14, cityCouncil: 45 } as const;

/** The decision as text: summary and recommended decisions. The report is the file. */
function textOf({ said: { t }, sections, decisions }: ReportDocument): string {
  const summary = sections.find(({ key }) => key === 'summary');
  const lines = decisions.map(({ title, why, roleName, dueWords }) => {
    const what = t('reports.decision.line', { title, role: roleName, due: dueWords });
    return why === '' ? `- ${what}` : `- ${what}  \n  ${why.replaceAll('\n', ' ')}`;
  });
  return [
    ...(summary ? [`## ${summary.title}`, summary.text] : []),
    `## ${t('reports.decision.heading')}`,
    lines.length === 0 ? t('reports.noDecisions') : lines.join('\n'),
  ].join('\n\n');
}

/**
 * Stores the report as Word and PDF in the library, with SHA-256 and the trail's seal, and submits it to the committee
 * and then Direktionen (R12). One that waits already is a success, and so is the repeat of a press, also when its
 * submission has ended since. Some two seconds. Throws AppError: forbidden, missing, conflict `reports.notEditable`,
 * unavailable; rejects as `ownThread`.
 */
export async function submitReport(context: Context, actor: Actor, key: string): Promise<void> {
  if (!mayWriteReport(actor)) throw forbidden('reports.mayNotWrite');
  // The files are generated in the turn: whoever comes second stores none.
  await oneAtATime(context, reportTurn(key), () => submit(context, actor, reportOrThrow(context, actor, key)));
  await recordSubmission(context, key);
}

async function submit(context: Context, actor: Actor, { report, state }: KnownReport): Promise<void> {
  const { key, sent: before } = report;
  const press = repeatableKey(actor, 'submitReport');
  const ofPress = before?.press === press ? before : undefined;
  if (state === 'waiting' || (ofPress && hasRequest(context, key, ofPress))) return;
  if (!isEditable(state)) throw conflict('reports.notEditable');
  // Written by a repeat that never reached the approval.
  const isAsStored = ofPress !== undefined && ofPress.of === stampOf(report);
  const sent = isAsStored ? ofPress : await writeSent(context, actor, report, press);
  await submitForApproval(context, actor, {
    subjectKind: reportSubject,
    subjectKey: key,
    content: contentOf(sent),
    summary: sent.summary,
    stages: reportWay,
  });
}

const hasRequest = (context: Context, key: string, sent: SentReport): boolean => {
  const hash = contentHashOf(contentOf(sent));
  return requestsAbout(context, reportSubject, key).some(({ contentHash }) => contentHash === hash);
};

/** What is submitted of a report. */
const stampOf = ({ texts, off, decisions, figuresKey, beforeKey, template }: YearlyReport): string =>
  etagOf({ texts, off, decisions, figuresKey, beforeKey, template });

/** Stores the files, and writes what is submitted on the report. */
async function writeSent(context: Context, actor: Actor, report: YearlyReport, press: string): Promise<SentReport> {
  const { key } = report;
  const of = stampOf(report);
  const document = reportDocument(context, report, 'da');
  const files = await storeReport(context, report);
  const summary = document.sections.find((one) => one.key === 'summary')?.text ?? document.title;
  const sent: SentReport = {
    at: nowOf(context.clock),
    title: document.title,
    text: textOf(document),
    summary: summary.slice(0, onCard),
    ...files,
    ...(document.seal ? { seal: { day: document.seal.day, seal: document.seal.seal } } : {}),
    press,
    of,
  };
  const written = await context.list(YearlyReports).update(key, (current) => {
    // Changes made during the generation are not in them.
    const { state } = reportOrThrow(context, actor, key);
    if (stampOf(current) !== of || !isEditable(state)) throw conflict('reports.notEditable');
    return { sent };
  });
  return written.sent ?? sent;
}

/** Audits the present submission; idempotent. */
async function recordSubmission(context: Context, key: string): Promise<void> {
  const request = latestRequest(context, reportSubject, key);
  const at = context.list(YearlyReports).get(key)?.sent?.at;
  if (!request || at === undefined) return;
  await recordAct(context, {
    act: 'submitReport',
    subjectKey: key,
    actorId: request.submittedBy,
    at: at as Instant,
    occasion: at,
  });
}

const contentOf = ({ title, text, paper }: SentReport): ApprovalContent => ({ title, text, file: paper });

/** The approval subject of reports; decisions of an approved one become tasks of the wheel. */
export const reportApproval: ApprovalSubject = {
  kind: reportSubject,
  contentNow: (context, key) => {
    const sent = context.list(YearlyReports).get(key)?.sent;
    return sent && contentOf(sent);
  },
  path: (_context, key) => reportPath(key),
  mayRead: (_context, actor, request) => maySeeReport(actor, reportState(request)),
  ended: async (context, { state, subjectKey, submittedBy, endedAt }) => {
    const report = context.list(YearlyReports).get(subjectKey);
    if (state !== 'approved' || !report) return;
    const startsOn = localDate(endedAt ?? nowOf(context.clock));
    await startPlan(context, {
      key: reportPlanKey(subjectKey),
      title: titleOf(context, report, 'da'),
      startsOn,
      madeBy: submittedBy,
      tasks: [...decidedTasks(report), ...informingTasks(context, report, startsOn)],
    });
  },
};

const decidedTasks = ({ decisions }: YearlyReport): DecidedTask[] =>
  decisions.map(({ title, why, role, due }, place) => ({
    key: String(place + 1),
    title,
    why,
    role,
    due,
    source: 'R12',
    scope: isCentreRole(role) ? 'centres' : 'organisation',
  }));

/** Koncernledelsen and Byrådet are informed; Byrådet by its secretary if there is one. */
function informingTasks(context: Context, report: YearlyReport, from: LocalDate): DecidedTask[] {
  const t = context.texts('da');
  const title = titleOf(context, report, 'da');
  const hasSecretary = seatsOf(context, 'councilSecretary').length > 0;
  return informed.map((body) => ({
    key: toBody(body),
    title: t(`reports.inform.${body}`, { title }),
    why: t('reports.inform.why', { title }),
    source: 'R11',
    scope: 'organisation',
    due: addDays(from, informWithin[body]),
    role: body === 'cityCouncil' && hasSecretary ? 'councilSecretary' : 'ciso',
  }));
}
