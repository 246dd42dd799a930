import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callMeeting } from '../../../api/annual-wheel/meetings/save-meeting.ts';
import { cancelMeeting } from '../../../api/annual-wheel/meetings/answer-meeting.ts';
import { meetingKind } from '../../../api/annual-wheel/index.ts';
import {
  agendaKind,
  continueApprovals,
  approvalKind,
  ApprovalRequests,
  openStage,
  stageKey,
  withdrawApproval,
} from '../../../api/approvals/index.ts';
import { makeAgenda } from '../../../api/approvals/agendas/save-agenda.ts';
import { sendAgenda } from '../../../api/approvals/agendas/send-agenda.ts';
import { Assets } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import { OfflinePacks, packReaders } from '../../../api/contingency/index.ts';
import { cancelDowntime } from '../../../api/contingency/downtime/close-downtime.ts';
import { downtimeKind } from '../../../api/contingency/downtime/downtime-campaign.ts';
import { reportDowntime } from '../../../api/contingency/downtime/report-downtime.ts';
import { incidentKind, reportIncident } from '../../../api/incidents/index.ts';
import { asAppError, nowOf, todayOf, type Actor, type Instant, type PersonId } from '../../../api/kernel/index.ts';
import { allObligations, leaveKind, recordAbsence } from '../../../api/obligations/index.ts';
import { leaveSubject } from '../../../api/obligations/leave-campaign.ts';
import { actorOf, findPerson, RoleAssignments } from '../../../api/organisation/index.ts';
import { attempt, readPress } from '../../../bot/actions/index.ts';
import { cardMessage, execute } from '../../../bot/cards/index.ts';
import { verbs } from '../../../bot/index.ts';
import { actTable } from '../../../bot/reminders/act-table.ts';
import type { ChatMessage } from '../../../bot/sending/index.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { cardOf } from '../../../teams-app/program/card-kinds.ts';
import { aSeededTown } from '../../support/seeded-town.ts';
import { whatIsKnown } from '../../support/what-is-known.ts';
import { the } from '../organisation/builders.ts';
import { buttonsIn } from './lint-card.ts';

/** A card as several people have it, and what ends its matter. */
interface Shown {
  name: string;
  people: readonly PersonId[];
  card(personId: PersonId): ChatMessage;
  end?(): Promise<unknown>;
}
type Town = Awaited<ReturnType<typeof aTown>>;
const minute = (number: number) => new Date(Date.parse('2026-11-24T10:00:00.000Z') + number * 60_000).toISOString();

async function aTown() {
  const { context, setNow } = await aSeededTown();
  const roles = context.list(RoleAssignments).all();
  const ciso = the(context, roles.find(({ role }) => role === 'ciso')?.personId ?? '');
  return { context, setNow, ciso, shown: await cardsIn(context, ciso) };
}

/** Kinds of duties that have a card of their own, besides their row of the digest. */
const ownCards: Readonly<Record<string, string>> = {
  acknowledgePolicy: 'policy',
  acknowledgeProcedure: 'procedure',
  confirmPart: 'planPart',
};

async function cardsIn(context: Context, ciso: Actor): Promise<Shown[]> {
  const here = (people: Iterable<PersonId>) => [...people].filter((one) => actorOf(context, one)).slice(0, 4);
  const ofKind = (kind: string, subject: string, people: Iterable<PersonId>, end?: Shown['end']): Shown => ({
    name: kind,
    people: here(people),
    card: (personId) => cardOf(context)(kind, subject, personId),
    ...(end ? { end } : {}),
  });
  const found: Shown[] = [];
  const body = { title: 'Møde', on: '2026-12-10', startsAt: '09:30', minutes: 60, place: '', agenda: [] };
  const meeting = await callMeeting(context, ciso, body);
  found.push(
    ofKind(meetingKind.kind, meeting, meetingKind.audience(context, meeting), () =>
      cancelMeeting(context, ciso, meeting),
    ),
  );
  const open = context
    .list(ApprovalRequests)
    .all()
    .filter(({ state }) => state === 'open');
  for (const request of open) {
    const subject = stageKey(request, openStage(request)?.number ?? 1);
    const by = actorOf(context, request.submittedBy);
    found.push(
      ofKind(
        approvalKind.kind,
        subject,
        approvalKind.audience(context, subject),
        by && (() => withdrawApproval(context, by, { requestKey: request.key })),
      ),
    );
  }
  const own = open.filter((one) => openStage(one)?.stage.body === 'securityCommittee').map(({ key }) => key);
  const given = { title: 'Udvalget', body: 'securityCommittee', meetsOn: '2026-12-03', note: '' } as const;
  const agenda = await makeAgenda(context, ciso, { ...given, meetsOn: given.meetsOn as never, requestKeys: own }).catch(
    () => undefined,
  );
  if (agenda) {
    await sendAgenda(context, ciso, agenda.key);
    found.push(ofKind(agendaKind.kind, agenda.key, agendaKind.audience(context, agenda.key)));
  }
  const system = context
    .list(Assets)
    .all()
    .find(({ kind, state }) => kind === 'system' && state === 'inUse');
  const { downtime } = await reportDowntime(context, ciso, { assetKey: system?.key ?? '', note: 'Nede' });
  found.push(
    ofKind(downtimeKind.kind, downtime.key, downtimeKind.audience(context, downtime.key), () =>
      cancelDowntime(context, ciso, downtime.key, 'Falsk alarm'),
    ),
  );
  const told = await reportIncident(context, ciso, { kind: 'lostDevice', askKey: 'mistet', text: '' });
  found.push(ofKind(incidentKind.kind, told.incident.key, incidentKind.audience(context, told.incident.key)));
  for (const pack of context.list(OfflinePacks).all().slice(0, 3))
    found.push(ofKind('offlinePack', pack.key, packReaders(context, pack)));
  const lost = cardMessage({
    ...{ kind: 'incident.firstAid', language: 'da', title: 'Mistet', body: [] },
    actions: [execute('Giv besked til ISK', 'incident.report', { kind: 'lostDevice', askKey: 'glemt' })],
  });
  found.push({ name: 'incident.report', people: [ciso.personId], card: () => lost });
  const [away] = here(meetingKind.audience(context, meeting));
  if (away) {
    const by = context
      .list(RoleAssignments)
      .all()
      .find(({ role, centreId }) => role === 'centreManager' && centreId === findPerson(context, away)?.centreId);
    await recordAbsence(context, the(context, by?.personId ?? away), { personId: away, from: todayOf(context.clock) });
    found.push(ofKind(leaveKind.kind, leaveSubject(away, nowOf(context.clock)), [away]));
  }
  const kinds = new Map<string, number>();
  for (const one of allObligations(context)) {
    const act = actTable[one.kind]?.(context, one, { language: 'da', t: context.texts('da'), alone: true });
    const count = kinds.get(one.kind) ?? 0;
    if (!act || one.state !== 'open' || count > 5 || !actorOf(context, one.personId)) continue;
    kinds.set(one.kind, count + 1);
    const button = execute(act.title, act.verb, { day: todayOf(context.clock), ...act.data });
    const shown = cardMessage({
      ...{ kind: 'digest.own', language: 'da', title: one.kind, body: act.fields ?? [], actions: [button] },
    });
    found.push({ name: one.kind, people: [one.personId], card: () => shown });
    const own = ownCards[one.kind];
    if (own) found.push(ofKind(own, one.subject.key, [one.personId]));
  }
  return found.filter(({ people }) => people.length > 0);
}

/** Everything stored, and the trail by itself. */
const stored = (context: Context): Map<string, string> =>
  new Map(
    allLists.flatMap((list) =>
      context
        .list(list)
        .all()
        .map((record): [string, string] => [`${list.name} ${record.key}`, JSON.stringify(record)]),
    ),
  );
const differences = (now: Map<string, string>, before: Map<string, string>): unknown[] =>
  [...new Set([...now.keys(), ...before.keys()])]
    .filter((what) => now.get(what) !== before.get(what))
    .map((what) => [what, now.get(what), before.get(what)]);

interface Button {
  verb: string;
  data: Readonly<Record<string, unknown>>;
}
/** Its buttons that carry something out, with the fields filled in. */
function pressable(message: ChatMessage): Button[] {
  const fields = { text: 'Skrevet', comment: 'Skrevet', note: 'Skrevet', evidence: 'Skrevet', place: 'Skabet' };
  return buttonsIn(message.card).flatMap(({ verb, data }) =>
    verb === undefined ? [] : [{ verb, data: { ...fields, ...data } }],
  );
}
async function pressed({ context, setNow }: Town, personId: PersonId, button: Button, at: number) {
  setNow(minute(at));
  const { failed } = await attempt(
    context,
    readPress(verbs, button),
    { personId, locale: 'da' },
    minute(at) as Instant,
  );
  // The job carries on what a press has begun.
  await continueApprovals(context);
  return failed?.code;
}

const aPlace = fc.nat({ max: 999 });
const at = <Item>(items: readonly Item[], place: number): Item | undefined => items[place % items.length];

describe('a button of a card', () => {
  it('that is pressed again does nothing the second time, whatever else has been pressed meanwhile', async () => {
    const town = await aTown();
    const names = [...new Set(town.shown.map(({ name }) => name))];
    expect(names.length).toBeGreaterThan(14);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        ...([aPlace, aPlace, aPlace, fc.constantFrom('before', 'between', 'never')] as const),
        async (name, place, who, which, ends) => {
          const world = await aTown();
          const one = at(
            world.shown.filter((shown) => shown.name === name),
            place,
          );
          const [first, second] = [at(one?.people ?? [], who), at(one?.people ?? [], who + 1)];
          if (!one || !first || !second) return;
          const buttons = { first: pressable(one.card(first)), second: pressable(one.card(second)) };
          const button = at(buttons.first, which);
          const other = at(buttons.second, which + 1);
          if (!button || !other) return;
          const outcomes: (string | undefined)[] = [];
          if (ends === 'before') await one.end?.();
          outcomes.push(await pressed(world, first, button, 1));
          // A matter that the press has decided ends no more.
          if (ends === 'between') await one.end?.().catch((thrown: unknown) => asAppError(thrown).code);
          const before = stored(world.context);
          outcomes.push(await pressed(world, first, button, 2));
          expect([name, button.verb, differences(stored(world.context), before)]).toEqual([name, button.verb, []]);
          outcomes.push(await pressed(world, second, other, 3));
          const after = stored(world.context);
          outcomes.push(await pressed(world, second, other, 4));
          expect([name, other.verb, differences(stored(world.context), after)]).toEqual([name, other.verb, []]);
          expect([name, button.verb, other.verb, outcomes.filter((code) => code !== undefined)]).toEqual([
            ...[name, button.verb, other.verb, []],
          ]);
        },
      ),
      { numRuns: 4 },
    );
  });

  it('comes to the same, whichever of two people is first, on the card of the same matter', async () => {
    const kinds = [meetingKind, approvalKind, agendaKind, downtimeKind, incidentKind];
    const all = [...kinds.map(({ kind }) => kind), 'offlinePack'];
    const { shown } = await aTown();
    const shared = all.filter((name) => shown.some((one) => one.name === name && one.people.length > 1));
    expect(shared.length).toBeGreaterThan(3);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...shared),
        ...([aPlace, aPlace, aPlace, aPlace] as const),
        async (name, place, who, which, whichThen) => {
          const known: Map<string, string>[] = [];
          for (const isTurned of [false, true]) {
            const world = await aTown();
            const one = at(
              world.shown.filter((shown) => shown.name === name && shown.people.length > 1),
              place,
            );
            const [first, second] = [at(one?.people ?? [], who), at(one?.people ?? [], who + 1)];
            if (!one || !first || !second) return;
            const presses = [
              { by: first, button: at(pressable(one.card(first)), which) },
              { by: second, button: at(pressable(one.card(second)), whichThen) },
            ];
            for (const [order, { by, button }] of (isTurned ? presses.toReversed() : presses).entries())
              if (button)
                expect([button.verb, await pressed(world, by, button, order + 1)]).toEqual([button.verb, undefined]);
            known.push(await whatIsKnown(world.context));
          }
          const [inTurn = new Map<string, string>(), turned = new Map<string, string>()] = known;
          expect([name, differences(inTurn, turned)]).toEqual([name, []]);
        },
      ),
      { numRuns: 2 },
    );
  });

  it('is on every kind of card', async () => {
    const { shown } = await aTown();
    const without = new Set(shown.map(({ name }) => name));
    for (const { name, people, card } of shown)
      if (people.some((personId) => pressable(card(personId)).length > 0)) without.delete(name);
    expect([...without]).toEqual([]);
  });
});
