import { actUnderWay, AuditEntries, pendingEntries, type AuditEntry } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { conflict, type Actor, type AppError } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { personRef } from '../organisation/index.ts';
import { beginSave, endSave, failSave, isRepeat } from './presses.ts';

interface Asked<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
}

/**
 * An act that replaces what a form shows. `etagNow` is the stamp in the form's view (`etagOf`), undefined where there
 * is no record yet. Refuses a stamp that is not the present one with conflict `edits.changedMeanwhile`, with who saved
 * and when (`edits.changedByAnother` where the trail does not say); the form then merges. No conflict is the repeat of
 * a press whose answer was lost, also with the program, and what stands already (`etagSent`: the body's stamp). One
 * save at a time for each record, across instances. `recordIn`: its key, where the body has it and not the address.
 */
export const editing =
  <Params extends Record<string, string>, Query, Body extends object, Answer>(
    etagNow: (context: Context, asked: { params: Params; body: Body }, actor: Actor) => string | undefined,
    run: (context: Context, actor: Actor, asked: Asked<Params, Query, Body>) => Answer | Promise<Answer>,
    { etagSent, recordIn }: { etagSent?: (body: Body) => string; recordIn?: (body: Body) => string } = {},
  ) =>
  async (
    context: Context,
    actor: Actor,
    { params, query, body: { expected, ...rest } }: Asked<Params, Query, Body & { expected: string | null }>,
  ): Promise<Answer> => {
    // Without `expected` it is the body that the act takes.
    const asked = { params, query, body: rest as unknown as Body };
    // Settings have no name in their address: the route tells them apart.
    const keys = [...Object.values(params), ...(recordIn ? [recordIn(asked.body)] : [])];
    const subject = [actUnderWay() ?? '', ...keys].join(' ');
    return oneAtATime(context, `edit ${subject}`, async () => {
      const etag = etagNow(context, asked, actor);
      const isSeen = etag === undefined || etag === expected || etag === etagSent?.(asked.body);
      if (!isSeen) {
        const latest = await latestEntry(context, keys.at(-1) ?? '');
        if (!(await isRepeat(context, actor, subject, { etag, latest }))) throw changedMeanwhile(context, latest);
      }
      await beginSave(context, actor, subject);
      try {
        const answer = await run(context, actor, asked);
        const after = stampAfter(() => etagNow(context, asked, actor));
        endSave(context, actor, subject, after);
        return answer;
      } catch (thrown) {
        failSave(context, subject, thrown);
        throw thrown;
      }
    });
  };

/** The actor may have given the record away. */
function stampAfter(etagNow: () => string | undefined): string | undefined {
  try {
    return etagNow();
  } catch {
    return undefined;
  }
}

/** Who did something about the record last, as the audit trail says, in its list or on the way there. */
async function latestEntry(context: Context, key: string): Promise<AuditEntry | undefined> {
  const entries = [...context.list(AuditEntries).all(), ...(await pendingEntries(context).catch(() => []))];
  return entries
    .filter((entry) => isAbout(entry, key))
    .reduce<AuditEntry | undefined>((newest, entry) => (newest && newest.at > entry.at ? newest : entry), undefined);
}

const changedMeanwhile = (context: Context, latest: AuditEntry | undefined): AppError =>
  latest
    ? conflict('edits.changedMeanwhile', { name: personRef(context, latest.actorId).name, at: latest.at })
    : conflict('edits.changedByAnother');

const isAbout = ({ subjectKey, changes = [] }: AuditEntry, key: string): boolean =>
  subjectKey === key || changes.some((change) => change.key === key);
