import { describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import { controlView, controlRows } from '../../../api/standards/control-views.ts';
import { controlOrThrow, reviewOnOf } from '../../../api/standards/controls.ts';
import { linkedControls, linkNames } from '../../../api/standards/control-links.ts';
import type { ControlsQuery } from '../../../api/standards/contract.ts';
import {
  addControl,
  assessControl,
  changeControl,
  decideApplicability,
  requirementsNow,
  retireControl,
  reviewControlSource,
} from '../../../api/standards/index.ts';
import { centre, day, person, refusal, the } from '../organisation/builders.ts';
import { drafted } from '../procedures/a-library.ts';
import { aBody, aStandardsTown } from './builders.ts';

const nobody = () => [];
const query = (changes: Partial<ControlsQuery> = {}): ControlsQuery => ({
  ...{ sort: 'title', descending: false, offset: 0, limit: 50 },
  ...changes,
});

describe('a control', () => {
  it('is assessed once and counts in every standard it covers', async () => {
    const { context, ciso, add } = await aStandardsTown();
    const requirementKeys = ['iso27001.A.5.18', 'nis2.6.9', 'gdpr.32.4', 'iso27001.7.3'];
    const key = await add({ requirementKeys });
    const statuses = () => requirementKeys.map((one) => requirementsNow(context).get(one)?.status);
    expect(statuses()).toEqual(['partly', 'partly', 'partly', 'partly']);
    await assessControl(context, ciso, key, { effect: 'effective', note: 'Set på listen for oktober.' });
    expect(statuses()).toEqual(['met', 'met', 'met', 'met']);
    const view = controlView(context, ciso, key, nobody);
    expect(view.standards).toHaveLength(4);
    expect(view.assessments).toMatchObject([{ effect: 'effective', note: 'Set på listen for oktober.' }]);
    await assessControl(context, ciso, key, { effect: 'none', note: '' });
    expect(statuses()).toEqual(['undecided', 'gap', 'gap', 'gap']);
  });

  it('counts nowhere where its requirement is de-selected', async () => {
    const { context, ciso, add } = await aStandardsTown();
    await add({ requirementKeys: ['iso27001.A.8.4'] });
    const choice = { requirementKeys: ['iso27001.A.8.4'], applies: false, reason: 'Vi skriver ikke kode.' };
    await decideApplicability(context, ciso, 'iso27001-a', choice);
    expect(requirementsNow(context).get('iso27001.A.8.4')?.status).toBe('deselected');
  });

  it('that stops leaves as gaps what only it covered, and says so before', async () => {
    const { context, ciso, add } = await aStandardsTown();
    const key = await add({ requirementKeys: ['nis2.6.1', 'nis2.6.2', 'iso27001.A.5.1'] });
    await add({ title: 'En anden', requirementKeys: ['nis2.6.2'] });
    expect(controlView(context, ciso, key, nobody).gapsWithout.map((one) => one.key)).toEqual([
      'nis2.6.1',
      'iso27001.A.5.1',
    ]);
    await retireControl(context, ciso, key, 'Erstattet af en anden.');
    await retireControl(context, ciso, key, 'Igen.');
    const status = (one: string) => requirementsNow(context).get(one)?.status;
    expect([status('nis2.6.1'), status('nis2.6.2'), status('iso27001.A.5.1')]).toEqual(['gap', 'partly', 'undecided']);
    const view = controlView(context, ciso, key, nobody);
    expect(view).toMatchObject({ state: 'retired', retiredReason: 'Erstattet af en anden.' });
    expect(view.abilities).toEqual({ edit: false, assess: false, retire: false });
    expect(await refusal(() => changeControl(context, ciso, key, aBody()))).toBe('standards.isRetired');
    expect(await refusal(() => assessControl(context, ciso, key, { effect: 'partly', note: '' }))).toBe(
      'standards.notRunning',
    );
  });

  it('that somebody else has saved meanwhile is not written over', async () => {
    const { context, ciso, add, setNow } = await aStandardsTown();
    const key = await add();
    const seen = controlOrThrow(context, key).changedAt;
    setNow('2026-11-24T10:00:00.000Z');
    const theirs = aBody({ title: 'Anden tekst', expected: seen });
    await changeControl(context, the(context, 'team'), key, theirs);
    // The answer was lost with the program, and the press came again.
    await changeControl(context, the(context, 'team'), key, theirs);
    await expect(changeControl(context, ciso, key, aBody({ expected: seen }))).rejects.toMatchObject({
      ...{ code: 'standards.changedMeanwhile', details: { name: 'Person team' } },
    });
    expect(controlView(context, ciso, key, nobody)).toMatchObject({ title: 'Anden tekst', changedBy: { id: 'team' } });
  });

  it('can lose its owner and its centre again', async () => {
    const { context, ciso, add } = await aStandardsTown();
    const key = await add({ ownerId: 'anne', centreId: 'nord' });
    await changeControl(context, ciso, key, aBody());
    expect(controlOrThrow(context, key).ownerId).toBeUndefined();
    expect(controlOrThrow(context, key).centreId).toBeUndefined();
  });

  it('names only what is there, and keeps what it named when that has been removed', async () => {
    const { context, ciso, add } = await aStandardsTown();
    const wrong = [
      [{ requirementKeys: ['iso27001.A.9.9'] }, 'standards.noSuchRequirement'],
      [{ procedureKeys: ['none'] }, 'standards.noSuchProcedure'],
      [{ wheelActivityKeys: ['none'] }, 'standards.noSuchActivity'],
      [{ ownerId: 'nobody' }, 'standards.unknownOwner'],
      [{ centreId: 'vest' }, 'standards.noSuchCentre'],
    ] as const;
    for (const [changes, code] of wrong)
      expect(
        await refusal(() => addControl(context, ciso, { ...aBody(), ...(structuredClone(changes) as object) })),
      ).toBe(code);
    expect(await add()).toBeTruthy();
  });

  it('is tied to procedures, which show it', async () => {
    const { context, ciso, add } = await aStandardsTown();
    const procedureKey = await drafted(context);
    const key = await add({ procedureKeys: [procedureKey] });
    expect(linkedControls(context, 'procedure', procedureKey)).toMatchObject([{ key }]);
    expect(linkedControls(context, 'wheelActivity', procedureKey)).toEqual([]);
    expect(controlView(context, ciso, key, nobody).procedures).toMatchObject([{ path: `/procedures/${procedureKey}` }]);
    expect(linkNames(context, ciso, 'procedure', '').map((one) => one.key)).toEqual([procedureKey]);
    await retireControl(context, ciso, key, 'Bruges ikke.');
    expect(linkedControls(context, 'procedure', procedureKey)).toEqual([]);
  });

  it('leaves a trail of every act', async () => {
    const { context, ciso, add, setNow } = await aStandardsTown();
    const key = await add();
    for (const [minute, act] of [
      ['01', () => changeControl(context, ciso, key, aBody({ title: 'To trin ved alle logins' }))],
      ['02', () => assessControl(context, ciso, key, { effect: 'partly', note: '' })],
      ['03', () => assessControl(context, ciso, key, { effect: 'effective', note: '' })],
      ['04', () => retireControl(context, ciso, key, 'Færdig.')],
    ] as const) {
      setNow(`2026-11-24T10:${minute}:00.000Z`);
      await act();
    }
    const acts = context
      .list(AuditEntries)
      .all()
      .filter(({ subjectKey }) => subjectKey === key);
    expect(acts.map(({ title }) => title)).toEqual([
      ...['addControl', 'changeControl', 'assessControl', 'assessControl', 'retireControl'],
    ]);
  });
});

describe('who may do what with controls', () => {
  it('the team with all, a centre’s manager and ISKs with the centre’s own, an owner with the own', async () => {
    const { context, add } = await aStandardsTown();
    const north = await add({ centreId: 'nord', ownerId: 'anne' });
    const tries = ['ciso', 'team', 'isk-nord', 'manager-nord', 'anne'];
    for (const who of tries)
      await changeControl(context, the(context, who), north, aBody({ centreId: 'nord', ownerId: 'anne' }));
    for (const who of ['isk-syd', 'manager-syd', 'bo', 'auditor', 'committee', 'management', 'board'])
      expect(await refusal(() => changeControl(context, the(context, who), north, aBody())), who).toBe(
        'standards.mayNotEditControl',
      );
    for (const who of ['anne', 'auditor', 'committee', 'isk-nord'])
      expect(await refusal(() => addControl(context, the(context, who), aBody())), who).toBe(
        'standards.mayNotAddControl',
      );
    await addControl(context, the(context, 'isk-nord'), aBody({ centreId: 'nord' }));
    expect(await refusal(() => retireControl(context, the(context, 'anne'), north, 'Væk.'))).toBe(
      'standards.mayNotRetireControl',
    );
  });

  it('nobody gives a control to a centre that is not theirs', async () => {
    const { context, add } = await aStandardsTown();
    const key = await add({ centreId: 'nord', ownerId: 'anne' });
    for (const who of ['isk-nord', 'anne'])
      expect(await refusal(() => changeControl(context, the(context, who), key, aBody({ centreId: 'syd' }))), who).toBe(
        'standards.mayNotEditControl',
      );
  });

  it('an owner without a role sees the own control, without the risks of others', async () => {
    const { context, add } = await aStandardsTown();
    const key = await add({ ownerId: 'anne' });
    const risks = () => [{ key: 'r', kind: 'risk', title: 'KMD: Nedbrud', path: '/risks/register/r' }];
    expect(controlView(context, the(context, 'anne'), key, risks).usedBy).toEqual([]);
    expect(controlView(context, the(context, 'auditor'), key, risks).usedBy).toHaveLength(1);
    expect(await refusal(() => controlView(context, the(context, 'bo'), key, risks))).toBe('standards.noSuchControl');
  });
});

describe('the review of a control', () => {
  it('is owed by the owner, else the centre’s ISK, else the team, from 30 days before until it is assessed', async () => {
    const { context, ciso, add, setNow } = await aStandardsTown();
    const key = await add({ ownerId: 'anne' });
    await add({ title: 'Nords egen', centreId: 'nord' });
    await add({ title: 'Alles' });
    await add({ title: 'Uden gennemgang', reviewMonths: 0 });
    await add({ title: 'Ikke begyndt', state: 'planned' });
    expect(reviewControlSource.work(context, day('2027-10-24'))).toEqual([]);
    const owed = reviewControlSource.work(context, day('2027-10-25'));
    expect(owed.map(({ subject, responsible, due }) => [subject.title, responsible, due])).toEqual([
      [aBody().title, { personId: person('anne'), role: 'securityTeam' }, '2027-11-24'],
      ['Nords egen', { role: 'coordinator', centreId: centre('nord') }, '2027-11-24'],
      ['Alles', { role: 'securityTeam' }, '2027-11-24'],
    ]);
    setNow('2027-11-01T09:00:00.000Z');
    await assessControl(context, ciso, key, { effect: 'effective', note: '' });
    expect(reviewControlSource.work(context, day('2027-11-24')).map(({ subject }) => subject.title)).toEqual([
      'Nords egen',
      'Alles',
    ]);
    expect(reviewOnOf(controlOrThrow(context, key))).toBe('2028-11-01');
  });

  it('counts from the day a planned control begins to run', async () => {
    const { context, ciso, add, setNow } = await aStandardsTown();
    const key = await add({ state: 'planned' });
    expect(reviewOnOf(controlOrThrow(context, key))).toBeUndefined();
    setNow('2027-02-01T09:00:00.000Z');
    await changeControl(context, ciso, key, aBody());
    expect(reviewOnOf(controlOrThrow(context, key))).toBe('2028-02-01');
  });
});

describe('the list of controls', () => {
  it('finds, filters and sorts, and leaves the stopped out until they are asked for', async () => {
    const { context, ciso, add } = await aStandardsTown();
    await add({ title: 'Åbne porte lukkes', requirementKeys: ['nis2.6.1', 'nis2.6.2'] });
    await add({ title: 'Backup prøves af', requirementKeys: ['iso27001.A.8.13'], ownerId: 'anne' });
    const stopped = await add({ title: 'Codere mødes', requirementKeys: [] });
    await retireControl(context, ciso, stopped, 'Ingen kom.');
    const titles = (changes: Partial<ControlsQuery> = {}) =>
      controlRows(context, ciso, query(changes)).map(({ title }) => title);
    expect(titles()).toEqual(['Backup prøves af', 'Åbne porte lukkes']);
    expect(titles({ q: 'aabne' })).toEqual(['Åbne porte lukkes']);
    expect(titles({ standardKey: 'nis2' })).toEqual(['Åbne porte lukkes']);
    expect(titles({ state: 'retired' })).toEqual(['Codere mødes']);
    expect(titles({ ownerId: 'anne' })).toEqual(['Backup prøves af']);
    expect(titles({ sort: 'requirements', descending: true })).toEqual(['Åbne porte lukkes', 'Backup prøves af']);
    expect(titles({ review: 'due' })).toEqual([]);
  });
});
