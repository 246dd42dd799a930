import { describe, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import { beginAssessment } from '../../../api/risks/assessments/begin-assessment.ts';
import {
  addThreat,
  changeAssessment,
  discardAssessment,
  goOnToFull,
  removeThreat,
} from '../../../api/risks/assessments/change-assessment.ts';
import { copySources } from '../../../api/risks/assessments/copy-sources.ts';
import { finishAssessment } from '../../../api/risks/assessments/finish-assessment.ts';
import { riskKeyOf, knownRisks } from '../../../api/risks/known-risks.ts';
import { People, personRef } from '../../../api/organisation/index.ts';
import { Assessments, Risks } from '../../../api/risks/index.ts';
import { chooseScale } from '../../../api/risks/scales/keep-scales.ts';
import { Controls } from '../../../api/standards/index.ts';
import { day, named, person, refusal, the } from '../organisation/builders.ts';
import { anAsset, assets, change, moment, scaleOf } from './builders.ts';
import { aDesk, finished, level, threatKey, viewOf } from './assessment-desk.ts';

describe('beginAssessment', () => {
  it('freezes scale and threats of the kind, and answers with the draft that is there', async () => {
    const { context, begin, look } = await aDesk();
    const draft = await begin();
    await chooseScale(context, the(context, 'ciso'), '5x5');
    expect((await begin({ form: 'quick' }, 'manager-nord')).key).toBe(draft.key);
    expect(context.list(Assessments).all()).toHaveLength(1);
    expect(draft).toMatchObject({ number: 1, state: 'draft', form: 'full', scale: scaleOf('standard') });
    const view = look(draft.key);
    expect(view.catalogueKeys).toEqual(['systems']);
    expect(view.risks).toHaveLength(26);
    expect(view.risks[1]).toMatchObject({ threatKey, riskKey: riskKeyOf('journal', threatKey), own: false });
    expect(view.views).toEqual(['dataSubject', 'organisation']);
    expect([view.answered, context.list(Risks).all().length]).toEqual([0, 0]);
  });

  it('makes one draft of two who begin at once', async () => {
    const { context, begin } = await aDesk();
    const both = await Promise.all([begin({}, 'isk-nord'), begin({}, 'manager-nord')]);
    expect(new Set(both.map(({ key }) => key)).size).toBe(1);
    expect(context.list(Assessments).all()).toHaveLength(1);
  });

  it('numbers on past what was discarded', async () => {
    const { context, begin, isk } = await aDesk();
    const first = await begin();
    await discardAssessment(context, isk, first.key);
    await discardAssessment(context, isk, first.key);
    const second = await begin();
    expect([second.number, second.key === first.key]).toEqual([2, false]);
  });

  it('is for whoever keeps the asset: its owner too, but nobody else', async () => {
    const { begin } = await aDesk();
    for (const who of ['isk-syd', 'manager-syd', 'bo', 'auditor', 'committee', 'board', 'management'])
      expect(await refusal(() => begin({}, who))).toBe('risks.mayNotAssess');
    for (const who of ['anne', 'manager-nord', 'ciso', 'team']) expect((await begin({}, who)).number).toBe(1);
  });

  it('refuses a retired asset and catalogues that are not there', async () => {
    const { context, begin } = await aDesk();
    expect(await refusal(() => begin({ catalogueKeys: ['none'] }))).toBe('risks.noSuchCatalogue');
    expect(await refusal(() => begin({ assetKey: 'none' }))).toBe('assets.noSuchAsset');
    await context.list(Assets).update('journal', () => ({ state: 'retired' }));
    expect(await refusal(() => begin())).toBe('risks.assetRetired');
  });
});

describe('a copy', () => {
  it('of the same asset takes everything over; a repeat goes on where it stopped', async () => {
    const { context, begin, save, look, key, isk } = await finished();
    await save(key, [change('treatment', 'mitigate'), change('target.likelihood', 1)]);
    await beginAssessment(context, isk, { assetKey: 'journal', form: 'full', copyFrom: key });
    const copy = await begin({ copyFrom: key });
    const [risk] = look(copy.key).risks.filter(({ threatKey: each }) => each === threatKey);
    expect(risk).toMatchObject({
      treatment: 'mitigate',
      estimates: { inherent: { likelihood: 3 }, target: { likelihood: 1 } },
    });
    expect(look(copy.key).copiedFrom).toEqual({ key, title: 'Aktiv journal' });
    const [item] = context
      .list(Risks)
      .all()
      .filter(({ assessmentKey }) => assessmentKey === copy.key);
    await context.list(Risks).remove(item?.key ?? '');
    await begin({ copyFrom: key });
    expect(look(copy.key).answered).toBe(1);
    await save(copy.key, [change('inherent.likelihood', 2, 3)]);
    await begin({ copyFrom: key });
    expect(look(copy.key).risks.find((each) => each.threatKey === threatKey)?.estimates.inherent.likelihood).toBe(2);
  });

  it('of another asset leaves treatment and target there', async () => {
    const { context, save, key } = await finished();
    await save(key, [change('treatment', 'mitigate'), change('treatmentNote', 'Så'), change('target.likelihood', 1)]);
    const ciso = the(context, 'ciso');
    const copy = await beginAssessment(context, ciso, { assetKey: 'other', form: 'full', copyFrom: key });
    const risk = viewOf(context, copy.key, 'ciso').risks.find((each) => each.threatKey === threatKey);
    expect(risk).toMatchObject({
      treatmentNote: '',
      estimates: { inherent: { likelihood: 3 }, target: { consequence: {} } },
    });
    expect(risk?.treatment).toBeUndefined();
  });

  it('onto another scale takes words over and no steps', async () => {
    const { context, begin, save, look, isk, stored } = await aDesk();
    const { key } = await begin();
    await save(key, [...level, change('vulnerability', 'Mange mails')]);
    await addThreat(context, isk, key, { title: 'Min egen', description: '' });
    const own = stored(key)?.threats.at(-1)?.key ?? '';
    await save(key, [change('notRelevant', 'Sker ikke')], own);
    await finishAssessment(context, isk, key, 'De andre vurderes til foråret');
    await chooseScale(context, the(context, 'ciso'), '5x5');
    const copy = await begin({ copyFrom: key });
    const risk = look(copy.key).risks.find((each) => each.threatKey === threatKey);
    expect(risk).toMatchObject({ vulnerability: 'Mange mails', estimates: { inherent: { consequence: {} } } });
    expect(look(copy.key).risks.at(-1)).toMatchObject({ threatKey: own, own: true, notRelevant: 'Sker ikke' });
  });

  it('is made only of what the writer may see', async () => {
    const { context, key } = await finished();
    await assets(context, anAsset('bos', { ownerId: person('bo') }));
    const bo = the(context, 'bo');
    const act = () => beginAssessment(context, bo, { assetKey: 'bos', form: 'full', copyFrom: key });
    expect(await refusal(act)).toBe('risks.copySource');
    expect(copySources(context, bo, { assetKey: 'bos', q: '' }).sources).toEqual([]);
    const sources = copySources(context, the(context, 'ciso'), { assetKey: 'bos', q: 'journ' }).sources;
    expect(sources).toMatchObject([
      { key, risks: 1, similar: ['kind', 'personalData', 'dataSubjects', 'hosting', 'centre', 'criticality'] },
    ]);
  });
});

describe('saveFields', () => {
  it('makes the risk with its first field, and tells two who write the same', async () => {
    const { context, begin, save, look } = await aDesk();
    const { key } = await begin();
    const both = await Promise.all([
      save(key, [change('vulnerability', 'Mine'), change('inherent.likelihood', 2)], threatKey, 'isk-nord'),
      save(key, [change('vulnerability', 'Dine'), change('existing', 'Kurser')], threatKey, 'manager-nord'),
    ]);
    expect(both[0]).toEqual([]);
    expect(both[1]).toMatchObject([{ field: 'vulnerability', theirs: 'Mine', by: 'isk-nord' }]);
    expect(context.list(Risks).all()).toHaveLength(1);
    const risk = look(key).risks.find((each) => each.threatKey === threatKey);
    expect(risk).toMatchObject({
      vulnerability: 'Mine',
      existing: 'Kurser',
      estimates: { inherent: { likelihood: 2 } },
    });
  });

  it('of a threat that another sets aside meanwhile keeps what is written, and says who set it aside', async () => {
    const { context, begin, save, look } = await aDesk();
    const { key } = await begin();
    await save(key, [change('notRelevant', 'Findes ikke her')], threatKey, 'manager-nord');
    await save(key, [change('existing', 'Kurser')], threatKey, 'isk-nord');
    expect(look(key).risks.find((each) => each.threatKey === threatKey)).toMatchObject({
      notRelevant: 'Findes ikke her',
      setAside: { by: { name: personRef(context, 'manager-nord').name } },
      existing: 'Kurser',
    });
  });

  it('writes nothing when all is as wanted', async () => {
    const { context, begin, save } = await aDesk();
    const { key } = await begin();
    await save(key, [change('vulnerability', ''), change('controlKeys', [])]);
    expect(context.list(Risks).all()).toHaveLength(0);
    await save(key, level);
    const entries = context.list(AuditEntries).all().length;
    await save(key, level);
    expect(context.list(AuditEntries).all()).toHaveLength(entries);
  });

  it('takes only controls that are there, and lets one that has gone stay', async () => {
    const { context, begin, save } = await aDesk();
    const { key } = await begin();
    expect(await refusal(() => save(key, [change('controlKeys', ['c1'])]))).toBe('risks.unknownControl');
    await context.list(Controls).create({
      ...{ key: 'c1', title: 'Totrinslogin', description: '', state: 'running', effect: 'effective', evidence: [] },
      ...{ reviewMonths: 12, assessments: [], requirementKeys: [], procedureKeys: [], wheelActivityKeys: [] },
      ...{ startedOn: day('2026-01-01'), changedAt: moment('2026-01-01T09:00:00.000Z'), changedBy: person('ciso') },
    });
    await save(key, [change('controlKeys', ['c1'])]);
    expect(viewOf(context, key, 'ciso').risks[1]?.controls).toMatchObject([{ key: 'c1', title: 'Totrinslogin' }]);
    await context.list(Controls).remove('c1');
    await save(key, [change('controlKeys', ['c1', 'c1'], ['c1']), change('existing', 'Ja')]);
    expect(viewOf(context, key, 'ciso').risks[1]?.existing).toBe('Ja');
  });

  it('leaves what was found alone once it is finished, and lets the treatment go on', async () => {
    const { key, save, context } = await finished();
    expect(await refusal(() => save(key, [change('inherent.likelihood', 1, 3)]))).toBe('risks.finishedIsFrozen');
    expect(await refusal(() => save(key, [change('existing', 'Nu')]))).toBe('risks.finishedIsFrozen');
    await save(key, [
      change('treatment', 'mitigate'),
      change('treatmentNote', 'Kursus'),
      change('target.likelihood', 1),
    ]);
    expect(knownRisks(context).get(riskKeyOf('journal', threatKey))?.risk).toMatchObject({ treatment: 'mitigate' });
  });

  it('refuses threats that are not in it, and whoever may not', async () => {
    const { begin, save } = await aDesk();
    const { key } = await begin();
    expect(await refusal(() => save(key, level, 'work.visitors'))).toBe('risks.noSuchThreat');
    expect(await refusal(() => save(key, level, threatKey, 'auditor'))).toBe('risks.mayNotAssess');
    expect(await refusal(() => save('none', level))).toBe('risks.noSuchAssessment');
  });
});

describe('changeAssessment', () => {
  it('adds the threats of a catalogue, and takes only those away that nobody has answered', async () => {
    const { context, begin, save, look, isk } = await aDesk();
    const { key } = await begin();
    await changeAssessment(context, isk, key, { catalogueKeys: ['systems', 'suppliers'] });
    expect(look(key).risks).toHaveLength(35);
    await save(key, level, 'supplier.breach');
    await save(key, [change('existing', 'X')], 'supplier.lockIn');
    await save(key, [change('existing', null, 'X')], 'supplier.lockIn');
    await changeAssessment(context, isk, key, { catalogueKeys: ['systems'] });
    expect(look(key).catalogueKeys).toEqual(['systems']);
    expect(look(key).risks.slice(26)).toMatchObject([{ threatKey: 'supplier.breach', own: true }]);
    expect(look(key).risks.at(-1)?.estimates.inherent.likelihood).toBe(3);
    await changeAssessment(context, isk, key, { catalogueKeys: ['suppliers', 'systems'] });
    expect(look(key).risks).toHaveLength(35);
    expect(look(key).risks.find((each) => each.threatKey === 'supplier.breach')?.own).toBe(false);
  });

  it('changes what is said and leaves what is not', async () => {
    const { context, begin, isk, look } = await aDesk();
    const { key } = await begin();
    await changeAssessment(context, isk, key, { guests: 'Leverandøren', heldOn: '2026-11-20', reviewMonths: 6 });
    await changeAssessment(context, isk, key, { participantIds: ['anne', 'isk-nord', 'anne'], views: ['society'] });
    expect(look(key)).toMatchObject({
      ...{ guests: 'Leverandøren', heldOn: '2026-11-20', reviewOn: '2027-05-20', views: ['society'] },
      participants: [{ id: 'anne' }, { id: 'isk-nord' }],
    });
    await changeAssessment(context, isk, key, { heldOn: null });
    expect(look(key).heldOn).toBeUndefined();
    expect(await refusal(() => changeAssessment(context, isk, key, { participantIds: ['nobody'] }))).toBe(
      'organisation.unknownPerson',
    );
    await context.list(People).remove('anne');
    await changeAssessment(context, isk, key, { participantIds: ['anne'] });
    expect(look(key).participants).toMatchObject([{ id: 'anne' }]);
  });

  it('adds and removes threats of one’s own', async () => {
    const { context, begin, isk, look } = await aDesk();
    const { key } = await begin();
    const own = { title: 'Strømsvigt i kælderen', description: '' };
    await addThreat(context, isk, key, own);
    await addThreat(context, isk, key, own);
    const added = look(key).risks.filter((each) => each.own);
    expect(added).toMatchObject([{ title: 'Strømsvigt i kælderen', description: '' }]);
    await removeThreat(context, isk, key, added[0]?.threatKey ?? '');
    await removeThreat(context, isk, key, added[0]?.threatKey ?? '');
    expect(look(key).risks).toHaveLength(26);
    expect(await refusal(() => removeThreat(context, isk, key, threatKey))).toBe('risks.threatOfCatalogue');
  });

  it('is over when the assessment is finished or discarded', async () => {
    const { context, isk, key, begin } = await finished();
    const draft = await begin();
    await discardAssessment(context, isk, draft.key);
    for (const act of [
      (which: string) => changeAssessment(context, isk, which, { note: 'Ny' }),
      (which: string) => addThreat(context, isk, which, { title: 'Ny', description: '' }),
      (which: string) => goOnToFull(context, isk, which),
    ]) {
      expect(await refusal(() => act(key))).toBe('risks.finishedIsFrozen');
      expect((await named(() => act(key)))[0]).toBe(personRef(context, isk.personId).name);
      expect(await refusal(() => act(draft.key))).toBe('risks.notADraft');
      expect((await named(() => act(draft.key)))[0]).toBe(personRef(context, isk.personId).name);
    }
    expect(await refusal(() => discardAssessment(context, isk, key))).toBe('risks.finishedIsFrozen');
  });
});
