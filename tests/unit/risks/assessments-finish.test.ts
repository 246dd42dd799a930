import { describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import { AppError } from '../../../api/kernel/index.ts';
import { finishAssessment } from '../../../api/risks/assessments/finish-assessment.ts';
import { changeAssessment, goOnToFull } from '../../../api/risks/assessments/change-assessment.ts';
import { quickQuestions } from '../../../api/risks/contract.ts';
import { riskKeyOf, knownRisks } from '../../../api/risks/known-risks.ts';
import { Assessments, Risks } from '../../../api/risks/index.ts';
import { refusal } from '../organisation/builders.ts';
import { change } from './builders.ts';
import { aDesk, finished, level, threatKey } from './assessment-desk.ts';

describe('finishAssessment', () => {
  it('needs a threat with a level, or a reason at each why it is not relevant', async () => {
    const { context, isk, begin, save, finish, stored } = await aDesk();
    const { key } = await begin();
    expect(await refusal(() => finish(key))).toBe('risks.nothingAssessed');
    await save(key, [change('inherent.likelihood', 3)]);
    expect(await refusal(() => finish(key))).toBe('risks.nothingAssessed');
    for (const { key: each } of stored(key)?.threats ?? []) await save(key, [change('notRelevant', 'Ikke her')], each);
    await changeAssessment(context, isk, key, { heldOn: '2026-12-24' });
    expect(await refusal(() => finish(key))).toBe('risks.heldInFuture');
    await changeAssessment(context, isk, key, { heldOn: '2026-11-23' });
    await finish(key);
    expect(stored(key)).toMatchObject({ state: 'finished', heldOn: '2026-11-23', finishedBy: 'isk-nord' });
    expect(knownRisks(context).size).toBe(0);
  });

  it('leaves threats open only for a reason, which stands in it and is told again', async () => {
    const { context, isk, begin, save, finish, stored, look } = await aDesk();
    const { key } = await begin();
    await save(key, level);
    const left = (stored(key)?.threats.length ?? 0) - 1;
    expect(left).toBeGreaterThan(0);
    const refused = async (why: string) => {
      const thrown: unknown = await finishAssessment(context, isk, key, why).catch((error: unknown) => error);
      return thrown instanceof AppError ? [thrown.code, thrown.details] : thrown;
    };
    expect(await refused('')).toEqual(['risks.threatsOpen', { open: left }]);
    expect(await refused('Senere')).toEqual(['risks.threatsOpen', { open: left }]);
    await finish(key, 'De andre vurderes til foråret');
    expect(look(key).openReason).toBe('De andre vurderes til foråret');
  });

  it('is held today when nothing is said, keeps what the asset was like, and finished already is done', async () => {
    const { context, key, finish, stored, setNow } = await finished();
    setNow('2026-12-24T09:00:00.000Z');
    await finish(key);
    expect(stored(key)).toMatchObject({
      ...{ heldOn: '2026-11-24', finishedAt: '2026-11-24T09:00:00.000Z' },
      facts: { supplier: 'Systemhuset', hosting: 'own', personalData: ['ordinary'], dependsOn: [] },
    });
    expect(
      context
        .list(AuditEntries)
        .all()
        .filter(({ title }) => title === 'finishAssessment'),
    ).toHaveLength(1);
  });

  it('supersedes the one before, also when marking it was cut short', async () => {
    const { context, key, begin, finish, look, stored } = await finished();
    const next = await begin({ copyFrom: key });
    await finish(next.key);
    expect([stored(key)?.state, stored(next.key)?.state]).toEqual(['superseded', 'finished']);
    await context.list(Assessments).update(key, () => ({ state: 'finished' }));
    expect(look(key).state).toBe('superseded');
    expect(look(next.key).history.map(({ number, state }) => [number, state])).toEqual([
      [2, 'finished'],
      [1, 'superseded'],
    ]);
    expect([...knownRisks(context).values()].map(({ assessment }) => assessment.key)).toEqual([next.key]);
    await finish(next.key);
    expect(stored(key)?.state).toBe('superseded');
  });

  it('brings along what was decided about the treatment while it was written', async () => {
    const { context, key, begin, save, finish, setNow } = await finished();
    setNow('2026-11-24T10:00:00.000Z');
    const next = await begin({ copyFrom: key });
    setNow('2026-11-25T10:00:00.000Z');
    await save(next.key, [change('treatmentNote', 'Nyt i kladden'), change('target.likelihood', 2)]);
    setNow('2026-11-26T10:00:00.000Z');
    await save(key, [change('treatment', 'transfer'), change('target.likelihood', 1)]);
    await finish(next.key);
    expect(knownRisks(context).get(riskKeyOf('journal', threatKey))).toMatchObject({
      assessment: { key: next.key },
      risk: { treatment: 'transfer', treatmentNote: 'Nyt i kladden', target: { likelihood: 1 } },
    });
  });

  it('does not fetch back a treatment that the draft has changed since, or that was there when it was begun', async () => {
    const { context, key, begin, save, finish, setNow } = await finished();
    await save(key, [change('treatment', 'mitigate'), change('treatmentNote', 'Gammelt')]);
    setNow('2026-11-24T10:00:00.000Z');
    const next = await begin();
    setNow('2026-11-25T10:00:00.000Z');
    await save(key, [change('treatment', 'transfer', 'mitigate')]);
    setNow('2026-11-26T10:00:00.000Z');
    await save(next.key, [...level, change('treatment', 'avoid')]);
    await finish(next.key);
    expect(knownRisks(context).get(riskKeyOf('journal', threatKey))?.risk).toMatchObject({
      ...{ treatment: 'avoid', treatmentNote: '' },
    });
  });

  it('takes the short form when it is enough, and asks for the long one when it is not', async () => {
    const { context, begin, isk, finish, stored, look } = await aDesk();
    const { key } = await begin({ form: 'quick' });
    expect(await refusal(() => finish(key))).toBe('risks.quickOpen');
    const calm = { sensitiveData: 'no', manyPeople: 'yes', vulnerablePeople: 'no', moneyOrRights: 'no' } as const;
    const rest = { hardWithout: 'no', outsideAccess: 'no', newTechnology: 'no' } as const;
    await changeAssessment(context, isk, key, {
      quick: { answers: { ...calm, ...rest, hardWithout: 'yes' }, note: '' },
    });
    expect(look(key).quick).toMatchObject({ outcome: 'full', because: ['manyPeople', 'hardWithout'] });
    expect(await refusal(() => finish(key))).toBe('risks.needsFull');
    await changeAssessment(context, isk, key, { quick: { answers: { ...calm, ...rest }, note: 'Kun få data' } });
    await finish(key);
    expect(stored(key)).toMatchObject({ state: 'finished', form: 'quick' });
    expect([knownRisks(context).size, context.list(Risks).all().length]).toEqual([0, 0]);
  });

  it('asks for the long form whatever is answered, while the register holds risks of the asset', async () => {
    const { context, key: before, begin, isk, finish, look } = await finished();
    const { key } = await begin({ form: 'quick' });
    const answers = Object.fromEntries(quickQuestions.map((question) => [question, 'no']));
    await changeAssessment(context, isk, key, { quick: { answers, note: '' } });
    expect(look(key).quick).toMatchObject({ outcome: 'full', because: ['hasRisks'] });
    expect(await refusal(() => finish(key))).toBe('risks.needsFull');
    expect([...knownRisks(context).values()].map(({ assessment }) => assessment.key)).toEqual([before]);
  });

  it('goes from short to long without losing anything', async () => {
    const { context, begin, isk, save, finish, look } = await aDesk();
    const { key } = await begin({ form: 'quick' });
    await goOnToFull(context, isk, key);
    await goOnToFull(context, isk, key);
    await save(key, level);
    await finish(key);
    expect(look(key)).toMatchObject({ form: 'full', state: 'finished', answered: 1 });
  });
});

describe('assessmentView', () => {
  it('shows who else has been at work in the last five minutes', async () => {
    const { begin, save, look, setNow } = await aDesk('2026-11-24T09:00:00.000Z');
    const { key } = await begin();
    await save(key, level, threatKey, 'manager-nord');
    setNow('2026-11-24T09:04:00.000Z');
    await save(key, level, 'system.ransomware', 'isk-nord');
    expect(look(key, 'isk-nord').others).toMatchObject([{ person: { id: 'manager-nord' } }]);
    expect(look(key, 'ciso').others.map(({ person: who }) => who.id)).toEqual(['isk-nord', 'manager-nord']);
    expect(look(key).changedAt).toBe('2026-11-24T09:04:00.000Z');
    setNow('2026-11-24T09:06:00.000Z');
    expect(look(key, 'isk-nord').others).toEqual([]);
  });

  it('gives each stage its worst level, and each risk its words', async () => {
    const { save, look, begin } = await aDesk();
    const { key } = await begin();
    await save(key, [...level, change('current.likelihood', 2)]);
    await save(
      key,
      [change('inherent.likelihood', 1), change('inherent.consequence.organisation.integrity', 1)],
      'system.overload',
    );
    const { worst, risks } = look(key);
    expect([worst.inherent?.word, worst.current?.word, worst.target?.word]).toEqual(['Høj', 'Middel', 'Middel']);
    expect(risks[1]?.stages.current).toMatchObject({
      ...{ consequence: 4, consequenceWord: 'Graverende', likelihood: 2, likelihoodWord: 'Mindre sandsynligt' },
      ...{ worstView: 'dataSubject', worstDimension: 'confidentiality' },
    });
  });

  it('offers only what the reader may do', async () => {
    const { begin, look, finish, save } = await aDesk();
    const { key } = await begin();
    const nothing = { edit: false, finish: false, discard: false, startNew: false };
    expect(look(key, 'auditor').abilities).toEqual(nothing);
    expect(look(key, 'anne').abilities).toEqual({ ...nothing, edit: true, finish: true, discard: true });
    await save(key, level);
    await finish(key);
    expect(look(key, 'anne').abilities).toEqual({ ...nothing, startNew: true });
    expect(() => look(key, 'bo')).toThrow(expect.objectContaining({ code: 'risks.mayNotSee' }) as Error);
  });
});
