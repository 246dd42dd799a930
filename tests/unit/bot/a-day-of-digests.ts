import { CourseRounds, Courses, type CourseRound } from '../../../api/awareness/index.ts';
import { WheelActivities, type WheelActivity } from '../../../api/annual-wheel/index.ts';
import type { Context } from '../../../api/context.ts';
import { instant, todayOf, type LocalDate, type PersonId } from '../../../api/kernel/index.ts';
import { declareObligationSources } from '../../../api/obligations/index.ts';
import { planDigests } from '../../../api/reminders/index.ts';
import { digestCardFor } from '../../../bot/index.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { aCentre, anne, aPerson, aPolicy, aRole, botContext, mette, voksne } from './bot-context.ts';

export const day = (text: string) => text as LocalDate;
export const tuesday = '2026-11-24T09:00:00.000Z';
export const bo = '11111111-0000-4000-8000-00000000000c' as PersonId;

/** Anne in a centre whose ISK is Mette and whose manager is Bo, on a working day at ten. */
export async function aDay(now = tuesday) {
  const { context, setNow } = botContext(now);
  declareObligationSources(context, obligationSources);
  await aCentre(context, voksne, 'Center for Voksne og Velfærd');
  await aPerson(context, anne, { title: 'Anne Holm' });
  await aPerson(context, mette, { title: 'Mette Sørensen' });
  await aPerson(context, bo, { title: 'Bo Lund' });
  await aRole(context, mette, 'coordinator', voksne);
  await aRole(context, bo, 'centreManager', voksne);
  return { context, setNow };
}

/** Due for everybody since the first of November; the one-week reminder is on the 24th. */
export const aPolicyDue = (context: Context, acknowledgeBy = '2026-12-01') =>
  aPolicy(context, {
    acknowledgeBy: day(acknowledgeBy),
    effectiveOn: day('2026-11-01'),
    publishedAt: instant(new Date('2026-11-01T09:00:00Z')),
  });

/** Anne's course; the two-week reminder is on the twenty-fourth. */
export async function aCourseDue(context: Context, changes: Partial<CourseRound> = {}): Promise<void> {
  await context.list(Courses).create({
    key: 'gdpr',
    title: 'GDPR i hverdagen',
    url: 'https://laering.example/gdpr',
    minutes: 25,
    describe: '',
  });
  await context.list(CourseRounds).create({
    key: 'gdpr-2026',
    title: 'GDPR 2026',
    courseKey: 'gdpr',
    opensOn: day('2026-10-01'),
    dueOn: day('2026-12-08'),
    newWithinDays: 30,
    basis: 'round',
    obliged: { everybody: false, centreIds: [], groupIds: [], personIds: [anne] },
    selfDeclared: true,
    ...changes,
  });
}

/** A yearly task of Anne's with a due day. */
export const aTaskDue = (context: Context, due: string, changes: Partial<WheelActivity> = {}) =>
  context.list(WheelActivities).create({
    key: `task-${due}`,
    title: 'Gennemgå brugeradgange',
    why: '',
    source: 'R2',
    role: 'coordinator',
    personId: anne,
    scope: 'organisation',
    steps: [],
    evidence: '',
    leadDays: 30,
    revisions: [
      { from: day('2026-01-01'), scope: 'organisation', startsOn: day(due), rule: 'FREQ=YEARLY', basis: 'calendar' },
    ],
    history: [{ at: '2026-01-01T09:00:00.000Z', by: 'ciso', what: 'made' }],
    ...changes,
  });

/** A person's card today, after planning the day. */
export async function cardOf(context: Context, personId: PersonId) {
  await planDigests(context);
  return digestCardFor(context, todayOf(context.clock), personId);
}
