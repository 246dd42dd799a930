import { beforeEach, describe, expect, it } from 'vitest';
import { Acknowledgements } from '../../../api/acknowledgements/index.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import { Completions } from '../../../api/awareness/index.ts';
import type { Context } from '../../../api/context.ts';
import { declareObligationSources, obligationsOf } from '../../../api/obligations/index.ts';
import { acknowledgePolicy, policyVersion } from '../../../api/policy/index.ts';
import { receiptsSeen } from '../../../api/policy/receipts-seen.ts';
import { continueSignSheets, makeSheet, recordSigned, SignSheets, tickPeople } from '../../../api/sign-sheets/index.ts';
import { peopleToSign, sheetList, sheetView } from '../../../api/sign-sheets/sheet-views.ts';
import { People } from '../../../api/organisation/index.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { translator } from '../../../api/texts/translate.ts';
import { procedureView } from '../../../api/procedures/procedure-view.ts';
import { readersSeen } from '../../../api/procedures/readers.ts';
import { aLibrary, inForce } from '../procedures/a-library.ts';
import { anOpenRound } from '../awareness/builders.ts';
import { aTown, day, person, refusal, the } from '../organisation/builders.ts';
import { publish } from '../policy/builders.ts';

let context: Context;
let setNow: (moment: string) => void;
let versionKey: string;
beforeEach(async () => {
  const town = await aTown();
  context = { ...town.context, texts: translator };
  ({ setNow } = town);
  declareObligationSources(context, obligationSources);
  ({ key: versionKey } = await publish(context, the(context, 'ciso')));
  for (const key of ['anne', 'bo']) await context.list(People).update(key, () => ({ teams: false }));
});

const today = day('2026-11-24');
const sheetOf = (who: string, people: readonly string[], changes: object = {}) =>
  makeSheet(context, the(context, who), {
    ...{ kind: 'acknowledgePolicy', subjectKey: versionKey, way: 'meeting', heldOn: today, place: 'Kantinen' },
    ...{ personIds: [...people], ...changes },
  });
const tick = (who: string, key: string, people: readonly string[], signed = true) =>
  tickPeople(context, the(context, who), key, { personIds: people, signed });
const owes = (who: string) =>
  obligationsOf(context, person(who))
    .filter(({ kind }) => kind === 'acknowledgePolicy')
    .map(({ state }) => state);
const statesOf = (who: string, key: string) =>
  sheetView(context, the(context, who), key).people.map((row) => [row.person.id, row.state, row.by?.id]);

describe('a sheet', () => {
  it('counts a person once, whatever the person owes', async () => {
    await anOpenRound(context);
    const { subjects, unreached } = await sheetList(context, the(context, 'isk-nord'));
    expect(subjects.map(({ kind, ...counts }) => [kind, counts.unreached])).toEqual([
      ['acknowledgePolicy', 1],
      ['takeCourse', 1],
    ]);
    expect(unreached).toBe(1);
  });

  it('is offered for what the own people owe, those whom Teams does not reach first', async () => {
    const isk = the(context, 'isk-nord');
    const [policy] = (await sheetList(context, isk)).subjects;
    expect(policy).toMatchObject({ kind: 'acknowledgePolicy', key: versionKey, unreached: 1 });
    const { people, today: on } = peopleToSign(context, isk, { kind: 'acknowledgePolicy', subjectKey: versionKey });
    expect(people[0]).toMatchObject({ id: 'anne', reason: 'noTeams' });
    expect(people.map(({ centreId }) => centreId).every((id) => id === 'nord')).toBe(true);
    expect(people.some(({ id }) => id === 'isk-nord')).toBe(false);
    expect(on).toBe(today);
  });

  it('gives who is ticked a receipt with who recorded it and where, which counts and is told everywhere', async () => {
    const { key } = await sheetOf('isk-nord', ['anne']);
    expect(statesOf('isk-nord', key)).toEqual([['anne', 'open', undefined]]);
    await tick('isk-nord', key, ['anne']);
    expect(statesOf('isk-nord', key)).toEqual([['anne', 'ticked', 'isk-nord']]);
    expect(owes('anne')).toEqual(['open']);
    await recordSigned(context, the(context, 'isk-nord'), key);
    await recordSigned(context, the(context, 'isk-nord'), key);
    expect(owes('anne')).toEqual(['done']);
    expect(statesOf('isk-nord', key)).toEqual([['anne', 'recorded', 'isk-nord']]);
    expect(context.list(Acknowledgements).all()).toMatchObject([
      { personId: 'anne', channel: 'signature', recordedBy: 'isk-nord', outcome: 'acknowledged' },
    ]);
    const query = { sort: 'name', offset: 0, limit: 10 } as const;
    const version = policyVersion(context, versionKey);
    if (!version) throw new Error('no version');
    const seen = receiptsSeen(context, the(context, 'ciso'), version, query);
    expect(seen.receipts[0]?.note ?? '').toContain('Registreret af Mette Sørensen');
    const acts = context.list(AuditEntries).all();
    expect(acts.filter(({ title }) => title === 'recordSigned')).toHaveLength(1);
  });

  it('takes a wrong tick back until the receipt stands, and makes receipts by itself a day later', async () => {
    const { key } = await sheetOf('manager-nord', ['anne']);
    await tick('manager-nord', key, ['anne']);
    await tick('manager-nord', key, ['anne'], false);
    expect(statesOf('manager-nord', key)).toEqual([['anne', 'open', undefined]]);
    await tick('manager-nord', key, ['anne']);
    setNow('2026-11-25T08:00:00.000Z');
    await continueSignSheets(context);
    expect(owes('anne')).toEqual(['open']);
    setNow('2026-11-25T10:00:00.000Z');
    await continueSignSheets(context);
    await continueSignSheets(context);
    expect(owes('anne')).toEqual(['done']);
    expect(await refusal(() => tick('manager-nord', key, ['anne'], false))).toBe('signSheets.isRecorded');
    expect(context.list(Acknowledgements).all()[0]?.at.slice(0, 10)).toBe('2026-11-24');
  });

  it('is for the own people only, never for oneself, and not before the meeting', async () => {
    expect(await refusal(() => sheetOf('isk-nord', ['bo']))).toBe('signSheets.notYourPeople');
    expect(await refusal(() => sheetOf('isk-nord', ['isk-nord']))).toBe('signSheets.notYourPeople');
    expect(await refusal(() => sheetOf('anne', ['bo']))).toBe('signSheets.notYourPeople');
    const { key } = await sheetOf('ciso', ['anne', 'bo']);
    expect(statesOf('isk-nord', key).map(([id]) => id)).toEqual(['anne']);
    expect(await refusal(() => tick('isk-nord', key, ['bo']))).toBe('signSheets.notYourPeople');
    expect(await refusal(() => tick('isk-nord', key, ['anne', 'nobody']))).toBe('signSheets.notYourPeople');
    expect(await refusal(() => sheetView(context, the(context, 'anne'), key))).toBe('signSheets.noSuchSheet');
    await tick('ciso', key, ['anne', 'bo']);
    await recordSigned(context, the(context, 'isk-nord'), key);
    expect([owes('anne'), owes('bo')]).toEqual([['done'], ['open']]);
    const coming = await sheetOf('ciso', ['bo'], { heldOn: day('2026-12-01') });
    expect(await refusal(() => tick('ciso', coming.key, ['bo']))).toBe('signSheets.notHeldYet');
  });

  it('asks nobody who has done it meanwhile, and leaves their own receipt as it is', async () => {
    const { key } = await sheetOf('isk-nord', ['anne']);
    await tick('isk-nord', key, ['anne']);
    await acknowledgePolicy(context, the(context, 'anne'), { versionKey, channel: 'tab' });
    expect(statesOf('isk-nord', key)[0]?.[1]).toBe('done');
    await recordSigned(context, the(context, 'isk-nord'), key);
    expect(context.list(Acknowledgements).all()).toMatchObject([{ channel: 'tab' }]);
    expect(await refusal(() => sheetOf('isk-nord', ['anne']))).toBe('signSheets.nobodyOwes');
  });

  it('keeps both ticks of two who tick at once', async () => {
    const { key } = await sheetOf('ciso', ['anne', 'bo']);
    await Promise.all([tick('ciso', key, ['anne']), tick('manager-syd', key, ['bo'])]);
    expect(
      context
        .list(SignSheets)
        .get(key)
        ?.ticks.map(({ person: id, by }) => [id, by]),
    ).toEqual([
      ['anne', 'ciso'],
      ['bo', 'manager-syd'],
    ]);
  });

  it('counts for a procedure of the own centre, and says so to those who follow up and to the person', async () => {
    const { context: library } = await aLibrary();
    declareObligationSources(library, obligationSources);
    const key = await inForce(library, { mustAcknowledge: true });
    const isk = the(library, 'isk-nord');
    const { subjects } = await sheetList(library, isk);
    const [subject] = subjects.filter(({ kind }) => kind === 'acknowledgeProcedure');
    if (!subject) throw new Error('nobody owes it');
    const made = await makeSheet(library, isk, {
      ...{ kind: 'acknowledgeProcedure', subjectKey: subject.key, way: 'letter', heldOn: today, place: '' },
      personIds: ['anne'],
    });
    const view = sheetView(library, isk, made.key);
    expect(view.text.length).toBeGreaterThan(0);
    await tickPeople(library, isk, made.key, { personIds: ['anne'], signed: true });
    await recordSigned(library, isk, made.key);
    const query = { show: 'done', offset: 0, limit: 10 } as const;
    expect(readersSeen(library, isk, key, query).people).toMatchObject([
      { id: 'anne', recordedBy: { id: 'isk-nord' } },
    ]);
    expect(procedureView(library, the(library, 'anne'), key).receipt).toMatchObject({
      ...{ channel: 'signature', recordedBy: { id: 'isk-nord' } },
    });
  });

  it('counts for a course from its round on, with the note that it was on paper', async () => {
    const { round } = await anOpenRound(context);
    const course = { kind: 'takeCourse', subjectKey: round.key };
    expect(await refusal(() => sheetOf('isk-nord', ['anne'], { ...course, heldOn: day('2026-09-01') }))).toBe(
      'signSheets.beforeRound',
    );
    const { key } = await sheetOf('isk-nord', ['anne'], { ...course, way: 'letter' });
    await tick('isk-nord', key, ['anne']);
    await recordSigned(context, the(context, 'isk-nord'), key);
    expect(context.list(Completions).all()).toMatchObject([
      { personId: 'anne', completedOn: today, source: 'manager', recordedBy: 'isk-nord' },
    ]);
    expect(context.list(Completions).all()[0]?.note).toContain('Underskrevet');
    expect(statesOf('isk-nord', key)[0]?.[1]).toBe('recorded');
  });
});
