import { describe, expect, it } from 'vitest';
import { ApprovalRequests, withdrawApproval } from '../../../api/approvals/index.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import {
  continueProcedureActs,
  discardDraft,
  findProcedure,
  makeProcedure,
  procedureSubject,
  ProcedureAreas,
  ProcedureVersions,
  renewProcedure,
  retireProcedure,
  saveDraft,
  submitProcedure,
} from '../../../api/procedures/index.ts';
import { saveArea } from '../../../api/procedures/save-area.ts';
import { proceduresContract } from '../../../api/procedures/contract.ts';
import { procedureView } from '../../../api/procedures/procedure-view.ts';
import { proceduresSeen } from '../../../api/procedures/procedures-seen.ts';
import { versionFor } from '../../../api/procedures/version-view.ts';
import { refusal, the } from '../organisation/builders.ts';
import {
  aDraft,
  aGuideline,
  aLibrary,
  approved,
  currentOf,
  drafted,
  inForce,
  openRequest,
  voted,
} from './a-library.ts';

const bodies = (request: { stages: { body: string; rule: string }[] }) =>
  request.stages.map(({ body, rule }) => `${body} ${rule}`);

describe('writing', () => {
  it('counts whom the one on its way will be for, apart from whom it is for now', async () => {
    const { context } = await aLibrary();
    const key = await inForce(context);
    await saveDraft(context, the(context, 'isk-nord'), key, aDraft({ jobTitles: ['Findes ikke'] }));
    const { audience } = procedureView(context, the(context, 'isk-nord'), key);
    expect(audience.people).toBeGreaterThan(0);
    expect(audience.coming).toBe(0);
    expect(procedureView(context, the(context, 'anne'), key).audience.coming).toBeUndefined();
  });

  it('begins with a draft that only those who write in the centre and those who see everything can find', async () => {
    const { context } = await aLibrary();
    const key = await drafted(context);
    const see = (who: string) => refusal(() => procedureView(context, the(context, who), key)).catch(() => 'seen');
    const answers = ['isk-nord', 'manager-nord', 'committee', 'auditor', 'isk-syd', 'anne', 'management'].map(see);
    const hidden = 'procedures.noSuchProcedure';
    expect(await Promise.all(answers)).toEqual(['seen', 'seen', 'seen', 'seen', hidden, hidden, hidden]);
  });

  it.each([
    ['a centre’s procedure by an employee', 'anne', { kind: 'procedure', centreId: 'nord' }, 'procedures.mayNotWrite'],
    ['another centre’s by an ISK', 'isk-syd', { kind: 'procedure', centreId: 'nord' }, 'procedures.mayNotWrite'],
    ['a centre’s by the team', 'team', { kind: 'procedure', centreId: 'nord' }, 'procedures.mayNotWrite'],
    ['a guideline by an ISK', 'isk-nord', { kind: 'guideline' }, 'procedures.mayNotWrite'],
    ['in a centre that is none', 'isk-nord', { kind: 'procedure', centreId: 'vest' }, 'procedures.noSuchCentre'],
    ['without a centre', 'isk-nord', { kind: 'procedure' }, 'procedures.noSuchCentre'],
    [
      'in an area that is none',
      'isk-nord',
      { kind: 'procedure', centreId: 'nord', area: 'area-x' },
      'procedures.noSuchArea',
    ],
    [
      'for a guideline that is not in force',
      'isk-nord',
      { kind: 'procedure', centreId: 'nord', guidelineKey: 'none' },
      'procedures.noSuchGuideline',
    ],
  ] as const)('is refused: %s', async (_, who, given, code) => {
    const { context } = await aLibrary();
    expect(await refusal(() => makeProcedure(context, the(context, who), { ...aDraft(), ...given }))).toBe(code);
    expect(context.list(ProcedureVersions).all()).toEqual([]);
  });

  it('names no procedure of another centre as its guideline, and so tells nobody its title', async () => {
    const { context } = await aLibrary();
    const guidelineKey = await inForce(context);
    const given = { ...aDraft(), kind: 'procedure', centreId: 'syd', guidelineKey } as const;
    expect(await refusal(() => makeProcedure(context, the(context, 'isk-syd'), given))).toBe(
      'procedures.noSuchGuideline',
    );
  });

  it('writes over nothing that somebody else has saved since it was seen, nor begins the next version twice', async () => {
    const { context, setNow } = await aLibrary();
    const [isk, manager] = [the(context, 'isk-nord'), the(context, 'manager-nord')];
    const key = await inForce(context);
    const changedAt = () => {
      const { coming, current } = procedureView(context, isk, key);
      return (coming ?? current)?.changedAt ?? '';
    };
    const inForceSeen = changedAt();
    setNow('2026-11-26T09:00:00.000Z');
    await saveDraft(context, manager, key, { ...aDraft({ title: 'Deres' }), expected: inForceSeen });
    const late = (seen: string) => refusal(() => saveDraft(context, isk, key, { ...aDraft(), expected: seen }));
    expect(await late(inForceSeen)).toBe('procedures.changedMeanwhile');
    const draftSeen = changedAt();
    setNow('2026-11-26T10:00:00.000Z');
    await saveDraft(context, manager, key, { ...aDraft({ title: 'Deres igen' }), expected: draftSeen });
    expect(await late(draftSeen)).toBe('procedures.changedMeanwhile');
    expect(findProcedure(context, key)?.coming?.version.title).toBe('Deres igen');
    await saveDraft(context, isk, key, { ...aDraft({ title: 'Begges' }), expected: changedAt() });
    expect(findProcedure(context, key)?.coming?.version).toMatchObject({ title: 'Begges', changedBy: 'isk-nord' });
  });

  it('changes a draft in place, one that was sent back too, and begins the next version after one in force', async () => {
    const { context } = await aLibrary();
    const isk = the(context, 'isk-nord');
    const key = await drafted(context);
    await saveDraft(context, isk, key, aDraft({ title: 'Bedre' }));
    await submitProcedure(context, isk, key);
    expect(await refusal(() => saveDraft(context, isk, key, aDraft()))).toBe('procedures.isWaiting');
    await voted(context, key, 'askChanges');
    expect(findProcedure(context, key)?.coming?.state).toBe('returned');
    await saveDraft(context, isk, key, aDraft({ title: 'Endnu bedre' }));
    expect(context.list(ProcedureVersions).all()).toHaveLength(1);
    await submitProcedure(context, isk, key);
    expect(openRequest(context, key)).toMatchObject({ round: 2, title: 'Endnu bedre' });
    await approved(context, key);
    await saveDraft(context, isk, key, aDraft({ title: 'Næste' }));
    expect(findProcedure(context, key)).toMatchObject({
      current: { state: 'valid', version: { number: 1, title: 'Endnu bedre' } },
      coming: { state: 'draft', version: { number: 2, title: 'Næste' } },
    });
  });

  it('begins one next version when two begin it at once, and tells the second', async () => {
    const { context } = await aLibrary();
    const key = await inForce(context);
    const save = (who: string) => saveDraft(context, the(context, who), key, aDraft({ title: who }));
    const [, second] = await Promise.all([save('isk-nord'), refusal(() => save('manager-nord'))]);
    expect(second).toBe('procedures.changedMeanwhile');
    expect(findProcedure(context, key)?.coming?.version.title).toBe('isk-nord');
    expect(findProcedure(context, key)?.versions.map(({ version }) => version.number)).toEqual([2, 1]);
  });

  it('begins anew after a rejection, and a discarded number is not used again', async () => {
    const { context } = await aLibrary();
    const isk = the(context, 'isk-nord');
    const key = await drafted(context);
    await submitProcedure(context, isk, key);
    await voted(context, key, 'reject');
    await saveDraft(context, isk, key, aDraft());
    await discardDraft(context, isk, key);
    expect(findProcedure(context, key)).toMatchObject({ coming: { state: 'rejected', version: { number: 1 } } });
    await saveDraft(context, isk, key, aDraft());
    expect(findProcedure(context, key)?.coming?.version.number).toBe(3);
    expect(
      context
        .list(AuditEntries)
        .all()
        .map(({ title }) => title),
    ).toContain('discardProcedure');
  });

  it('is gone when its only draft is discarded, which another is told, and a second press is a success', async () => {
    const { context } = await aLibrary();
    const key = await drafted(context);
    await discardDraft(context, the(context, 'isk-nord'), key);
    expect(findProcedure(context, key)).toBeUndefined();
    await discardDraft(context, the(context, 'isk-nord'), key);
    expect(await refusal(() => discardDraft(context, the(context, 'manager-nord'), key))).toBe(
      'procedures.noSuchProcedure',
    );
  });
});

describe('the way', () => {
  it('goes to the centre’s manager and then to whoever decides in the area', async () => {
    const { context } = await aLibrary();
    const [mobile, incidents] = [await drafted(context), await drafted(context, { area: 'area-incidents' })];
    for (const key of [mobile, incidents]) await submitProcedure(context, the(context, 'isk-nord'), key);
    expect(bodies(openRequest(context, mobile))).toEqual(['centreManager one', 'securityTeam one']);
    expect(bodies(openRequest(context, incidents))).toEqual(['centreManager one', 'securityCommittee quorum']);
    expect(openRequest(context, mobile).centreId).toBe('nord');
  });

  it('skips the manager who sends it', async () => {
    const { context } = await aLibrary();
    const key = await drafted(context, {}, 'manager-nord');
    await submitProcedure(context, the(context, 'manager-nord'), key);
    expect(bodies(openRequest(context, key))).toEqual(['securityTeam one']);
  });

  it('of a guideline is the committee', async () => {
    const { context } = await aLibrary();
    const key = await aGuideline(context);
    await submitProcedure(context, the(context, 'team'), key);
    expect(bodies(openRequest(context, key))).toEqual(['securityCommittee quorum']);
  });

  it('follows the area as the team has set it, for what is sent from then on', async () => {
    const { context } = await aLibrary();
    const key = await drafted(context);
    const area = { title: 'Telefoner', decidedBy: 'securityCommittee', reviewMonths: 6, closed: false } as const;
    expect(await refusal(() => saveArea(context, the(context, 'isk-nord'), 'area-mobile', area))).toBe(
      'procedures.mayNotEditAreas',
    );
    await saveArea(context, the(context, 'team'), 'area-mobile', area);
    await submitProcedure(context, the(context, 'isk-nord'), key);
    expect(bodies(openRequest(context, key))).toEqual(['centreManager one', 'securityCommittee quorum']);
    await saveArea(context, the(context, 'ciso'), 'area-mobile', { ...area, title: 'Mobil' });
    const saved = context.list(ProcedureAreas).get('area-mobile');
    await saveArea(context, the(context, 'ciso'), 'area-mobile', { ...area, title: 'Mobil' });
    expect(context.list(ProcedureAreas).get('area-mobile')).toEqual(saved);
    // Renaming an area does not change a pending decision.
    await approved(context, key);
    const acts = context
      .list(AuditEntries)
      .all()
      .filter(({ title }) => title === 'saveArea');
    expect(acts.map(({ actorId }) => actorId)).toEqual(['team', 'ciso']);
    expect(
      await refusal(() => saveArea(context, the(context, 'team'), 'area-new', { ...area, title: 'Hændelser' })),
    ).toBe('procedures.areaNameTaken');
  });

  it('needs something to decide about, and what is new', async () => {
    const { context } = await aLibrary();
    const isk = the(context, 'isk-nord');
    const key = await drafted(context, { text: ' ', summary: '' });
    expect(await refusal(() => submitProcedure(context, isk, key))).toBe('procedures.nothingToSubmit');
    await saveDraft(context, isk, key, aDraft({ summary: ' ' }));
    expect(await refusal(() => submitProcedure(context, isk, key))).toBe('procedures.summaryNeeded');
    expect(context.list(ApprovalRequests).all()).toEqual([]);
  });

  it('makes one request of two presses', async () => {
    const { context } = await aLibrary();
    const key = await drafted(context);
    const press = () => submitProcedure(context, the(context, 'isk-nord'), key);
    await Promise.all([press(), press()]);
    await press();
    expect(context.list(ApprovalRequests).all()).toHaveLength(1);
  });

  it('freezes text and what else is decided; whatever is changed behind its back cannot be approved', async () => {
    const { context } = await aLibrary();
    const key = await drafted(context, { control: 'A.5.10', jobTitles: ['Pædagog'], mustAcknowledge: true });
    await submitProcedure(context, the(context, 'isk-nord'), key);
    const request = openRequest(context, key);
    expect(request.content).toBe(
      [
        '- Område: Mobile enheder',
        '- Gælder for: Pædagog',
        '- Udfører kontrollen: A.5.10',
        '- Skal læses og bekræftes af dem, den gælder for',
        '- Gennemgås hver 12. måned',
        '',
        '## Formål',
        '',
        'Telefonen skal være låst og hos dig.',
      ].join('\n'),
    );
    await context.list(ProcedureVersions).update(request.subjectKey, () => ({ mustAcknowledge: false }));
    expect(await refusal(() => voted(context, key))).toBe('approvals.contentChanged');
  });

  it('can be written in again once it is withdrawn', async () => {
    const { context } = await aLibrary();
    const isk = the(context, 'isk-nord');
    const key = await drafted(context);
    await submitProcedure(context, isk, key);
    await withdrawApproval(context, isk, { requestKey: openRequest(context, key).key, reason: 'En fejl' });
    await saveDraft(context, isk, key, aDraft({ title: 'Rettet' }));
    expect(findProcedure(context, key)?.coming).toMatchObject({ state: 'draft', version: { number: 1 } });
  });
});

describe('renewing and retiring', () => {
  it('renews with the manager’s word, changes nothing else, and asks nobody anew', async () => {
    const { context, setNow } = await aLibrary('2025-11-24T09:00:00.000Z');
    const key = await inForce(context, { mustAcknowledge: true });
    const before = currentOf(context, key);
    setNow('2026-12-01T09:00:00.000Z');
    expect(currentOf(context, key).state).toBe('expired');
    const renew = (who: string) => renewProcedure(context, the(context, who), key, 'Holder');
    expect(await refusal(() => renew('isk-syd'))).toBe('procedures.mayNotWrite');
    await renew('isk-nord');
    await renew('isk-nord');
    expect(bodies(openRequest(context, key))).toEqual(['centreManager one']);
    expect(currentOf(context, key)).toMatchObject({ state: 'expired', renewing: true });
    await approved(context, key);
    const { version, validFrom, reviewOn, state } = currentOf(context, key);
    expect([version.key, validFrom, reviewOn, state]).toEqual([
      ...[before.version.key, '2025-11-24', '2027-12-01', 'valid'],
    ]);
    const acts = context
      .list(AuditEntries)
      .all()
      .map(({ title }) => title);
    expect(acts.filter((act) => act === 'renewProcedure')).toHaveLength(1);
    expect(acts.filter((act) => act === 'publishProcedure')).toHaveLength(1);
  });

  it('asks whoever decides in the area when the manager renews', async () => {
    const { context } = await aLibrary();
    const key = await inForce(context);
    await renewProcedure(context, the(context, 'manager-nord'), key, '');
    expect(bodies(openRequest(context, key))).toEqual(['securityTeam one']);
  });

  it('retires with a reason, once, and whoever reads no more finds nothing', async () => {
    const { context } = await aLibrary();
    const key = await inForce(context);
    const retire = (who: string) => retireProcedure(context, the(context, who), key, 'Afløst af Teams');
    expect(await refusal(() => retire('anne'))).toBe('procedures.mayNotWrite');
    await retire('isk-nord');
    await retire('manager-nord');
    expect(findProcedure(context, key)).toMatchObject({
      procedure: { retiredBy: 'isk-nord', retiredReason: 'Afløst af Teams' },
      versions: [{ state: 'retired' }],
    });
    expect(await refusal(() => procedureView(context, the(context, 'anne'), key))).toBe('procedures.noSuchProcedure');
    expect(procedureView(context, the(context, 'isk-nord'), key).retired?.reason).toBe('Afløst af Teams');
    expect(await refusal(() => saveDraft(context, the(context, 'isk-nord'), key, aDraft()))).toBe('procedures.retired');
    const acts = context
      .list(AuditEntries)
      .all()
      .filter(({ title }) => title === 'retireProcedure');
    expect(acts.map(({ actorId }) => actorId)).toEqual(['isk-nord']);
  });

  it('has a review day on its page, in its versions and in the library only while it is in force', async () => {
    const { context } = await aLibrary();
    const key = await inForce(context);
    const isk = the(context, 'isk-nord');
    const daysShown = async () => {
      const state = findProcedure(context, key)?.versions[0]?.state;
      const query = proceduresContract['GET /api/procedures'].query.parse({ sort: 'reviewOn', state });
      const [row] = (await proceduresSeen(context, isk, query)).procedures;
      const versionKey = row?.versionKey ?? '';
      return [
        row,
        procedureView(context, isk, key).current,
        versionFor(context, isk, { procedureKey: key, versionKey }),
      ].map((shown) => [shown?.state, shown?.reviewOn]);
    };
    const day = findProcedure(context, key)?.current?.reviewOn;
    expect(await daysShown()).toEqual([1, 2, 3].map(() => ['valid', day]));
    await retireProcedure(context, isk, key, 'Afløst af Teams');
    expect(await daysShown()).toEqual([1, 2, 3].map(() => ['retired', undefined]));
  });

  it('does not retire what is being decided about', async () => {
    const { context } = await aLibrary();
    const isk = the(context, 'isk-nord');
    const key = await inForce(context);
    await saveDraft(context, isk, key, aDraft({ title: 'Næste' }));
    await submitProcedure(context, isk, key);
    const retire = () => retireProcedure(context, isk, key, 'x');
    expect(await refusal(retire)).toBe('procedures.isWaiting');
  });

  it('lets what another version has taken over from come to its end, but not be sent again', async () => {
    const { context } = await aLibrary();
    const isk = the(context, 'isk-nord');
    const key = await inForce(context);
    const first = currentOf(context, key).version.key;
    await renewProcedure(context, isk, key, '');
    const renewal = openRequest(context, key);
    await saveDraft(context, isk, key, aDraft({ title: 'Næste' }));
    expect(await refusal(() => submitProcedure(context, isk, key))).toBe('procedures.isWaiting');
    // Earlier versions of the program allowed both at once.
    const requests = context.list(ApprovalRequests);
    await requests.update(renewal.key, () => ({ state: 'withdrawn' }));
    await submitProcedure(context, isk, key);
    expect(openRequest(context, key).purpose).toBeUndefined();
    await requests.update(renewal.key, () => ({ state: 'open' }));
    await approved(context, key);
    expect(findProcedure(context, key)?.versions.map(({ state }) => state)).toEqual(['valid', 'superseded']);
    expect(openRequest(context, key).key).toBe(renewal.key);
    await approved(context, key);
    expect(findProcedure(context, key)?.versions.map(({ state }) => state)).toEqual(['valid', 'superseded']);
    expect(procedureSubject.contentNow(context, first)).toBeUndefined();
  });
});

it('the trail is completed by the job after a crash, and not twice', async () => {
  const { context } = await aLibrary();
  await drafted(context);
  await continueProcedureActs(context);
  await continueProcedureActs(context);
  const acts = context
    .list(AuditEntries)
    .all()
    .filter(({ title }) => title === 'makeProcedure');
  expect(acts).toHaveLength(1);
});
