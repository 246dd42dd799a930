import { meetingKind, NetworkMeetings } from '../../../api/annual-wheel/index.ts';
import { z } from 'zod';
import { Acknowledgements } from '../../../api/acknowledgements/index.ts';
import { WheelTasks } from '../../../api/annual-wheel/task-list.ts';
import { agendaKind, approvalKind, ApprovalRequests, stageKey } from '../../../api/approvals/index.ts';
import { Completions } from '../../../api/awareness/index.ts';
import type { Context } from '../../../api/context.ts';
import { ContingencyLog, OfflinePacks, PackPlacements, packReaders } from '../../../api/contingency/index.ts';
import { downtimeKind } from '../../../api/contingency/downtime/downtime-campaign.ts';
import { partsInForce } from '../../../api/contingency/pocket/parts.ts';
import { Inspections } from '../../../api/inspections/index.ts';
import { CriticalServices } from '../../../api/critical-services/index.ts';
import { addDays, nowOf, todayOf, type Obligation, type PersonId } from '../../../api/kernel/index.ts';
import { incidentKeyOf, incidentKind, Incidents, reportIncident } from '../../../api/incidents/index.ts';
import { allObligations, leaveKind, Nudges } from '../../../api/obligations/index.ts';
import { leaveSubject } from '../../../api/obligations/leave-campaign.ts';
import { actorOf, People } from '../../../api/organisation/index.ts';
import { planNudge, wasOnDigestOf } from '../../../api/reminders/index.ts';
import { ReminderPages } from '../../../api/reminders/page-list.ts';
import { cardMessage, execute, field } from '../../../bot/cards/index.ts';
import { actTable } from '../../../bot/reminders/act-table.ts';
import type { ChatMessage } from '../../../bot/sending/index.ts';
import { cardOf } from '../../../teams-app/program/card-kinds.ts';
import type { JourneyWorld } from '../../support/world.ts';
import { aMeasure } from '../repeats/routes.ts';

/** A button shown to a person, and the times of its effect. */
export interface Pressable {
  verb: string;
  personId: PersonId;
  card: ChatMessage;
  inputs?: Readonly<Record<string, string>>;
  /** One for each record the press makes, or each note of it in one; read from memory. */
  done(): string[];
}

const keyed = z.object({ key: z.string() });

/** One press of each verb on the product's cards, each by another person, in a seeded municipality. */
export async function everyVerb(world: JourneyWorld): Promise<Pressable[]> {
  const { context } = world.program;
  const card = cardOf(context);
  const used = new Set<PersonId>();
  /** The first of these without a press who can. */
  const somebody = (people: readonly PersonId[], what: string): PersonId => {
    const personId = people.find((one) => !used.has(one) && actorOf(context, one) !== undefined);
    if (personId === undefined) throw new Error(`nobody for ${what}`);
    used.add(personId);
    return personId;
  };
  const today = todayOf(context.clock);
  const ask = async (personId: string, path: string, body?: unknown) => {
    const answer = await world.as({ id: personId }, 'POST', path, body);
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer.body;
  };
  /** A task with this button, not yet pressed. */
  const owed = (kind: string, verb: string, isFit: (one: Obligation) => boolean = () => true) => {
    const found = allObligations(context).find(
      (one) =>
        one.kind === kind && one.state === 'open' && !used.has(one.personId) && actOn(context, one) && isFit(one),
    );
    if (!found) throw new Error(`nobody owes ${kind} for ${verb}`);
    return { ...found, personId: somebody([found.personId], verb) };
  };
  const onDigest = (kind: string, done: (one: Obligation) => string[], inputs = {}): Pressable => {
    const one = owed(kind, kind);
    const act = actOn(context, one);
    if (!act) throw new Error(`no button for ${kind}`);
    const button = execute(act.title, act.verb, { day: today, ...act.data });
    const body = act.fields ?? [];
    const shown = cardMessage({ kind: 'digest.own', language: 'da', title: kind, body, actions: [button] });
    return { verb: act.verb, personId: one.personId, card: shown, inputs, done: () => done(one) };
  };

  const receipts = ({ personId, subject }: Obligation) =>
    context
      .list(Acknowledgements)
      .all()
      .filter((one) => one.personId === personId && one.versionKey === subject.key && one.outcome === 'acknowledged')
      .map(({ at }) => at);
  const onOwn = (kind: string, campaign: string, verb: string): Pressable => {
    const one = owed(kind, verb);
    return {
      ...{ verb, personId: one.personId, card: card(campaign, one.subject.key, one.personId) },
      done: () => receipts(one),
    };
  };
  const placements = (personId: PersonId) => () =>
    context
      .list(PackPlacements)
      .all()
      .filter((one) => one.by === personId && one.at >= startedAt)
      .map(({ at }) => at);
  const startedAt = context.clock.now().toISOString();

  // Rare tasks get their people before common ones.
  const ofFew = [
    onDigest('placePack', ({ personId }) => placements(personId)(), { place: 'Køkkenet' }),
    onDigest('answerInspection', ({ subject }) => {
      const at = context.list(Inspections).get(subject.key)?.answeredAt ?? '';
      return at >= startedAt ? [at] : [];
    }),
    onDigest('reviewService', ({ subject }) => {
      const at = context.list(CriticalServices).get(subject.key)?.reviewedAt ?? '';
      return at >= startedAt ? [at] : [];
    }),
  ];

  // Three measures for the committee: two in one meeting, and one by itself.
  const ciso = (await world.personWith('ciso')).id;
  const requests: string[] = [];
  for (const number of [1, 2, 3]) {
    const { key } = keyed.parse(await ask(ciso, '/api/measures', aMeasure(`Tiltag ${number}`)));
    await ask(ciso, `/api/measures/${key}/submit`);
    const request = context
      .list(ApprovalRequests)
      .all()
      .find(({ subjectKey }) => subjectKey === key);
    requests.push(request?.key ?? '');
  }
  const votes = (keys: readonly string[], personId: PersonId) => () =>
    keys.flatMap((key) =>
      (context.list(ApprovalRequests).get(key)?.stages ?? [])
        .flatMap((stage) => stage.votes)
        .filter(({ by }) => by === personId)
        .map(({ at }) => at),
    );
  const single = requests.slice(2);
  const together = requests.slice(0, 2);
  const request = context.list(ApprovalRequests).get(single[0] ?? '');
  if (!request) throw new Error('no request');
  const number = request.stages.findIndex(({ state }) => state === 'open') + 1;
  const meeting = { title: 'Møde', body: request.stages[number - 1]?.body, meetsOn: addDays(today, 7) };
  const agenda = keyed.parse(await ask(ciso, '/api/agendas', { ...meeting, requestKeys: together })).key;
  await ask(ciso, `/api/agendas/${agenda}/send`);
  const voter = somebody(approvalKind.audience(context, stageKey(request, number)), 'approval.vote');
  const member = somebody(agendaKind.audience(context, agenda), 'agenda.approveAll');

  // Two people wrongly put on leave.
  const onLeave = async (personId: PersonId) => {
    const at = nowOf(context.clock);
    const by = { absenceBy: ciso as PersonId, absenceAt: at };
    await context.list(People).update(personId, () => ({ absentFrom: today, absentTo: addDays(today, 20), ...by }));
    const done = () => {
      const { absenceBy, absenceAt } = context.list(People).get(personId) ?? {};
      return absenceBy === personId && absenceAt !== undefined ? [absenceAt] : [];
    };
    return { done, subject: leaveSubject(personId, at) };
  };
  const back = somebody(approvalKind.audience(context, stageKey(request, number)), 'approval.endLeave');
  const backFrom = await onLeave(back);
  const notAway = somebody(
    [...context.list(People).all()].filter(({ leftOn }) => leftOn === undefined).map(({ key }) => key as PersonId),
    'absence.end',
  );
  const leave = await onLeave(notAway);

  // A system that is down, and a recipient of it.
  const assets = z
    .object({ assets: z.array(keyed) })
    .parse((await world.as({ id: ciso }, 'GET', '/api/contingency/downtime-assets')).body);
  const assetKey = assets.assets[0]?.key ?? '';
  const downtime = keyed.parse(await ask(ciso, '/api/contingency/downtimes', { assetKey, note: 'Nede' })).key;
  const told = somebody(downtimeKind.audience(context, downtime), 'contingency.logDecision');

  // A person told of others' tasks in a digest, today or on the previous working day.
  const digestDays = [
    ...new Set(
      context
        .list(ReminderPages)
        .all()
        .map(({ day }) => day),
    ),
  ];
  const toldOn = (personId: PersonId) => digestDays.find((day) => wasOnDigestOf(context, personId, day));
  const others = context
    .list(People)
    .all()
    .map(({ key }) => key as PersonId)
    .filter((personId) => {
      const actor = actorOf(context, personId);
      return actor !== undefined && toldOn(personId) !== undefined && planNudge(context, actor).people > 0;
    });
  const leader = somebody(others, 'digest.nudge');

  const packs = context.list(OfflinePacks).all();
  const pack = packs
    .flatMap((one) => packReaders(context, one).map((personId) => ({ one, personId })))
    .find(({ personId }) => !used.has(personId) && actorOf(context, personId) !== undefined);
  if (!pack) throw new Error('nobody has a pack');
  const placer = somebody([pack.personId], 'contingency.placePack');

  // A person with a loss, and a team member who takes another's report.
  const plain = context
    .list(People)
    .all()
    .filter(({ key, leftOn }) => leftOn === undefined && actorOf(context, key as PersonId)?.roles.length === 0)
    .map(({ key }) => key as PersonId);
  const team = (await world.people()).filter(({ roles }) => roles.includes('securityTeam'));
  const taker = somebody(
    team.map(({ id }) => id as PersonId),
    'incident.take',
  );
  const loser = somebody(plain.toReversed(), 'incident.report');
  const other = actorOf(context, somebody(plain.toReversed(), 'what is taken'));
  if (!other) throw new Error('nobody to tell');
  const lost = await reportIncident(context, other, { kind: 'lostDevice', askKey: 'before', text: '' });
  const noted = (of: 'reportedAt' | 'takenAt', key: string) => () => {
    const at = context.list(Incidents).get(key)?.[of];
    return at === undefined ? [] : [at];
  };
  // A network meeting is called.
  const call = { title: 'Netværksmøde', on: addDays(today, 9), startsAt: '10:00', minutes: 60, place: '', agenda: [] };
  const gathering = keyed.parse(await ask(ciso, '/api/wheel/meetings', call)).key;
  const invited = somebody(meetingKind.audience(context, gathering), 'meeting.answer');

  const presses: Pressable[] = [
    {
      ...{ verb: 'incident.report', personId: loser },
      card: cardMessage({
        ...{
          kind: 'incident.firstAid',
          language: 'da',
          title: 'Mistet',
          body: [field('text', 'Hvad er der sket?', 500)],
        },
        actions: [execute('Giv besked til ISK', 'incident.report', { kind: 'lostDevice', askKey: 'mistet' })],
      }),
      inputs: { text: 'Glemt i bussen' },
      done: noted('reportedAt', incidentKeyOf(loser, 'mistet')),
    },
    {
      ...{ verb: 'incident.take', personId: taker, card: card(incidentKind.kind, lost.incident.key, taker) },
      done: noted('takenAt', lost.incident.key),
    },
    {
      ...{ verb: 'approval.vote', personId: voter, card: card(approvalKind.kind, stageKey(request, number), voter) },
      done: votes(single, voter),
    },
    {
      ...{ verb: 'agenda.approveAll', personId: member, card: card(agendaKind.kind, agenda, member) },
      done: votes(together, member),
    },
    {
      ...{ verb: 'contingency.logDecision', personId: told, card: card(downtimeKind.kind, downtime, told) },
      inputs: { text: 'Vi skriver på papir' },
      done: () =>
        context
          .list(ContingencyLog)
          .all()
          .filter(({ subjectKey, by }) => subjectKey === downtime && by === told)
          .map(({ at }) => at),
    },
    {
      ...{ verb: 'contingency.placePack', personId: placer, card: card('offlinePack', pack.one.key, placer) },
      inputs: { place: 'Skabet i vagtrummet' },
      done: placements(placer),
    },
    {
      ...{ verb: 'approval.endLeave', personId: back, card: card(approvalKind.kind, stageKey(request, number), back) },
      done: backFrom.done,
    },
    {
      ...{ verb: 'meeting.answer', personId: invited, card: card(meetingKind.kind, gathering, invited) },
      done: () =>
        (context.list(NetworkMeetings).get(gathering)?.people ?? [])
          .filter(({ person, reply }) => person === invited && reply !== undefined)
          .map(({ repliedAt }) => repliedAt ?? ''),
    },
    {
      ...{ verb: 'absence.end', personId: notAway },
      card: card(leaveKind.kind, leave.subject, notAway),
      done: leave.done,
    },
    {
      ...{ verb: 'digest.nudge', personId: leader },
      card: cardMessage({
        ...{ kind: 'digest.others', language: 'da', title: 'Andre', body: [] },
        actions: [execute('Mind dem om det', 'digest.nudge', { day: toldOn(leader) ?? today })],
      }),
      done: () => {
        const asked = context
          .list(Nudges)
          .all()
          .filter(({ by, at }) => by === leader && at >= startedAt);
        return [...new Set(asked.map(({ at }) => at))];
      },
    },
    onOwn('acknowledgePolicy', 'policy', 'policy.acknowledge'),
    onOwn('acknowledgeProcedure', 'procedure', 'procedure.acknowledge'),
    onOwn('confirmPart', 'planPart', 'plan.confirmPart'),
    onDigest('acknowledgePolicy', receipts),
    onDigest('acknowledgeProcedure', receipts),
    onDigest('confirmPart', receipts),
    ...ofFew,
    onDigest('takeCourse', ({ personId }) =>
      context
        .list(Completions)
        .all()
        .filter((one) => one.personId === personId && one.source === 'selfDeclared' && one.at >= startedAt)
        .map(({ at }) => at),
    ),
    onDigest(
      'doWheelTask',
      ({ personId }) =>
        context
          .list(WheelTasks)
          .all()
          .flatMap(({ history }) => history)
          .filter(({ what, by, at }) => what === 'completed' && by === personId && at >= startedAt)
          .map(({ at }) => at),
      { evidence: 'Referatet ligger i mappen.' },
    ),
  ];
  // A person with steps in a running downtime's plan.
  const parts = partsInForce(context).filter(({ part }) => part.steps.length > 0);
  const stepper = somebody(
    parts.map(({ part }) => part.personId),
    'downtime.stepDone',
  );
  const stepsIn = parts.find(({ part }) => part.personId === stepper)?.now.plan.assetKey;
  const withSteps = keyed.parse(await ask(ciso, '/api/contingency/downtimes', { assetKey: stepsIn })).key;

  return [
    ...presses,
    {
      ...{ verb: 'downtime.stepDone', personId: stepper, card: card(downtimeKind.kind, withSteps, stepper) },
      done: () =>
        context
          .list(ContingencyLog)
          .all()
          .filter(({ subjectKey, by }) => subjectKey === withSteps && by === stepper)
          .map(({ at }) => at),
    },
  ];
}

/** Data of an obligation's button, as on a card about it alone. */
const actOn = (context: Context, one: Obligation) =>
  actTable[one.kind]?.(context, one, { language: 'da', t: context.texts('da'), alone: true });
