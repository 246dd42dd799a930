import { agendaOrThrow, makeAgenda, putPaperOnAgenda } from '../approvals/index.ts';
import { recordAct } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { says } from '../edits/index.ts';
import { conflict, forbidden, nowOf, todayOf, type Actor, type AppError } from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';
import type { Stored } from '../sharepoint/index.ts';
import { gatherReport, nextMeeting, periodOf } from './gather-report.ts';
import { mayMakeStatusReport } from './permissions.ts';
import { statusReportKey, StatusReports, type StatusReport } from './report-list.ts';

export const statusReportPath = (key: string): string => `/approvals/status-reports/${encodeURIComponent(key)}`;

/**
 * Adds the team's report to the agenda of the committee's next meeting, or a given one; creates a missing agenda (R14).
 * Until the meeting is held a repeat updates the report, where it has anything new to say. 8 resource units. Throws
 * AppError: forbidden `statusReports.mayNotMake`, conflict `statusReports.meetingHeld`, and
 * `statusReports.saidMeanwhile` where another than `seen` stands there, missing, unavailable.
 */
export async function makeStatusReport(
  context: Context,
  actor: Actor,
  { note, seen, agendaKey }: { note: string; seen?: string | undefined; agendaKey?: string | undefined },
): Promise<Stored<StatusReport>> {
  if (!mayMakeStatusReport(actor)) throw forbidden('statusReports.mayNotMake');
  const next = nextMeeting(context);
  const named = agendaKey ? agendaOrThrow(context, agendaKey) : next.agenda;
  const title = context.texts('da')('statusReports.meeting');
  const agenda =
    named ??
    (await makeAgenda(context, actor, {
      title,
      body: 'securityCommittee',
      meetsOn: next.meetsOn,
      note: '',
      requestKeys: [],
    }));
  if (agenda.body !== 'securityCommittee' || agenda.state === 'closed' || agenda.meetsOn < todayOf(context.clock))
    throw conflict('statusReports.meetingHeld');
  const period = periodOf(context);
  const { from } = period;
  const said = {
    title: agenda.title,
    agendaKey: agenda.key,
    from,
    to: todayOf(context.clock),
    note,
    content: await gatherReport(context, actor, period),
    madeBy: actor.personId,
  };
  const made = { ...said, madeAt: nowOf(context.clock) };
  const key = statusReportKey(agenda.key);
  const { record, existed } = await context.list(StatusReports).create({ key, ...made });
  const report = existed
    ? await context.list(StatusReports).update(key, (current) => {
        if (seen !== undefined && current.note !== seen && current.note !== note) throw saidMeanwhile(context, current);
        return says(current, said) ? undefined : made;
      })
    : record;
  await putPaperOnAgenda(context, actor, agenda.key, { key, path: statusReportPath(key) });
  await recordAct(context, {
    act: 'makeStatusReport',
    subjectKey: key,
    actorId: actor.personId,
    at: report.madeAt,
    occasion: report.madeAt,
    details: { agendaKey: agenda.key },
  });
  return report;
}

/** Characters of another's note in a refusal. */
const told = 300;
const saidMeanwhile = (context: Context, { madeBy, note }: StatusReport): AppError =>
  conflict('statusReports.saidMeanwhile', { name: personRef(context, madeBy).name, note: note.slice(0, told) });
