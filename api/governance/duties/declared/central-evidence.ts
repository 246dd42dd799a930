import { WheelPlans } from '../../../annual-wheel/index.ts';
import { Agendas, maySeeAgenda } from '../../../approvals/index.ts';
import type { Context } from '../../../context.ts';
import { localDate } from '../../../kernel/index.ts';
import { PolicyComments, PolicyVersions } from '../../../policy/index.ts';
import { findVersion, procedureSubjectKind } from '../../../procedures/index.ts';
import { type Evidence } from '../duty.ts';
import { centresHeld } from '../held-then.ts';
import { decidedBy, decisions, isApproved, tasksDone } from '../records.ts';

export const versionPath = (key: string): string => `/policy/versions/${encodeURIComponent(key)}`;

/** Implementation plans, as created. */
export const plans = (context: Context): Evidence[] =>
  context
    .list(WheelPlans)
    .all()
    .map(({ title, madeAt }) => ({
      on: localDate(madeAt),
      title,
      path: '/wheel/plans',
    }));

/** Done tasks of such plans. */
export const planned = (context: Context): Evidence[] =>
  tasksDone(context, ({ groupKey }) => groupKey !== undefined && context.list(WheelPlans).get(groupKey) !== undefined);

/** Approved guidelines, whatever the deciding body. */
export const guidelines = (context: Context): Evidence[] =>
  [...decidedBy(context).keys()].flatMap((body) =>
    decisions(
      context,
      body,
      procedureSubjectKind,
      (decided) =>
        isApproved(decided) && findVersion(context, decided.request.subjectKey)?.now.procedure.kind === 'guideline',
    ),
  );

/** Centre managers' comments on policy drafts. */
export function heard(context: Context): Evidence[] {
  return context
    .list(PolicyComments)
    .all()
    .flatMap(({ at, personId, versionKey }) => {
      const [on, version] = [localDate(at), context.list(PolicyVersions).get(versionKey)];
      if (!version || centresHeld(context, 'centreManager', personId, on).length === 0) return [];
      return [{ on, title: `${version.title} ${version.number}`, path: versionPath(versionKey) }];
    });
}

/** Meetings of the committee: held, or prepared. */
export const agendas =
  (when: 'sentAt' | 'closedAt') =>
  (context: Context): Evidence[] =>
    context
      .list(Agendas)
      .all()
      .flatMap((agenda) => {
        const at = agenda[when];
        if (agenda.body !== 'securityCommittee' || at === undefined) return [];
        const on = when === 'closedAt' ? agenda.meetsOn : localDate(at);
        const path = `/approvals/agendas/${encodeURIComponent(agenda.key)}`;
        return [{ on, title: agenda.title, path, opens: (now, actor) => maySeeAgenda(now, actor, agenda) }];
      });
