import { actUnderWay, AuditEntries, pendingEntries, type AuditEntry } from '../audit/index.ts';
import { contextPart } from '../context-part.ts';
import type { Context } from '../context.ts';
import { conflict, type Actor, type AppError } from '../kernel/index.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { personRef } from '../organisation/index.ts';

interface Asked<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
}

/** The idempotency key of the latest save of each record; repeats of a press whose answer was lost are no conflict. */
const latestPress = contextPart<Map<string, string>>('edits/latestPress');
const mostRemembered = 1_000;

/**
 * An act that replaces what a form shows. `etagNow` is the stamp in the form's view (`etagOf`), undefined where there is
 * no record yet. Refuses a stamp that is not the present one with conflict `edits.changedMeanwhile`, with who saved and
 * when (`edits.changedByAnother` where the trail does not say); the form then merges. A page from before the stamp sends
 * none, and is not checked. One save at a time for each record, across instances.
 */
export const editing =
  <Params extends Record<string, string>, Query, Body extends object, Answer>(
    etagNow: (context: Context, asked: { params: Params; body: Body }, actor: Actor) => string | undefined,
    run: (context: Context, actor: Actor, asked: Asked<Params, Query, Body>) => Answer | Promise<Answer>,
  ) =>
  async (
    context: Context,
    actor: Actor,
    { params, query, body: { expected, ...rest } }: Asked<Params, Query, Body & { expected?: string | undefined }>,
  ): Promise<Answer> => {
    // Without `expected` it is the body that the act takes.
    const asked = { params, query, body: rest as unknown as Body };
    if (!expected) return await run(context, actor, asked);
    // Settings have no name in their address: the route tells them apart.
    const subject = [actUnderWay() ?? '', ...Object.values(params)].join(' ');
    return oneAtATime(context, `edit ${subject}`, async () => {
      const etag = etagNow(context, asked, actor);
      if (etag !== undefined && etag !== expected && !isRepeat(context, actor, subject))
        throw await changedMeanwhile(context, Object.values(params).at(-1) ?? '');
      const answer = await run(context, actor, asked);
      remember(context, actor, subject);
      return answer;
    });
  };

const pressOf = ({ personId, idempotencyKey }: Actor): string | undefined =>
  idempotencyKey === undefined ? undefined : `${personId} ${idempotencyKey}`;

const isRepeat = (context: Context, actor: Actor, subject: string): boolean => {
  const press = pressOf(actor);
  return press !== undefined && latestPress.get(context)?.get(subject) === press;
};

function remember(context: Context, actor: Actor, subject: string): void {
  const press = pressOf(actor);
  if (press === undefined) return;
  const presses = latestPress.get(context) ?? new Map<string, string>();
  latestPress.set(context, presses.set(subject, press));
  const [oldest] = presses.keys();
  if (presses.size > mostRemembered && oldest !== undefined) presses.delete(oldest);
}

/** With who saved last and when, as the audit trail says, in its list or on the way there. */
async function changedMeanwhile(context: Context, key: string): Promise<AppError> {
  const entries = [...context.list(AuditEntries).all(), ...(await pendingEntries(context).catch(() => []))];
  const latest = entries
    .filter((entry) => isAbout(entry, key))
    .reduce<AuditEntry | undefined>((newest, entry) => (newest && newest.at > entry.at ? newest : entry), undefined);
  if (!latest) return conflict('edits.changedByAnother');
  return conflict('edits.changedMeanwhile', { name: personRef(context, latest.actorId).name, at: latest.at });
}

const isAbout = ({ subjectKey, changes = [] }: AuditEntry, key: string): boolean =>
  subjectKey === key || changes.some((change) => change.key === key);
