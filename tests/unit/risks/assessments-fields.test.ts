import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickQuestions, type FieldChange } from '../../../api/risks/contract.ts';
import { checkedChanges, merged } from '../../../api/risks/assessments/merge-fields.ts';
import { quickResult, quickRule } from '../../../api/risks/assessments/quick-form.ts';
import { emptyRisk, isAnswered, riskFields, sameValue } from '../../../api/risks/assessments/risk-fields.ts';
import type { Risk } from '../../../api/risks/index.ts';
import { person, refusal } from '../organisation/builders.ts';
import { aRisk, change, moment, scaleOf } from './builders.ts';

const kl = scaleOf('kl');
const at = (minute: number) => moment(`2026-11-24T09:${String(minute).padStart(2, '0')}:00.000Z`);
const stamp = (who: string, minute: number) => ({ by: person(who), at: at(minute) });
const save = (risk: Risk, who: string, minute: number, ...changes: FieldChange[]) => {
  const result = merged(risk, checkedChanges(changes, kl), stamp(who, minute));
  return { ...result, risk: { ...risk, ...result.fields } };
};

const names = [...riskFields.keys()];
const valueFor = (name: string, pick: number): FieldChange['to'] => {
  if (name === 'controlKeys') return [['a'], ['a', 'b'], null][pick % 3] ?? null;
  if (name === 'treatment') return (['mitigate', 'avoid', null] as const)[pick % 3] ?? null;
  if (name.includes('.')) return [1, 2, 3, null][pick % 4] ?? null;
  return ['Fordi', 'Derfor', null][pick % 3] ?? null;
};
const someField = fc.constantFrom(...names);
const someEdit = fc.tuple(someField, fc.nat({ max: 11 }));

describe('fields of a risk', () => {
  it('are the three stages, the texts, the treatment and the controls', () => {
    expect(names).toHaveLength(3 * (1 + 9) + 6);
    expect(names.filter((name) => riskFields.get(name)?.lasting).sort()).toEqual(
      [...names.filter((name) => name.startsWith('target.')), 'treatment', 'treatmentNote'].sort(),
    );
  });

  it('read what was written, and nothing else has moved', () => {
    fc.assert(
      fc.property(fc.array(someEdit), someEdit, (before, [name, pick]) => {
        const write = (risk: typeof emptyRisk, [field, which]: [string, number]) => {
          const known = riskFields.get(field);
          const value = known?.accepts(valueFor(field, which), kl) ?? null;
          return { ...risk, ...known?.write(risk, value) };
        };
        const one = before.reduce(write, emptyRisk);
        const other = write(one, [name, pick]);
        for (const [field, { read }] of riskFields) {
          const wanted = field === name ? (riskFields.get(name)?.accepts(valueFor(name, pick), kl) ?? null) : read(one);
          expect([field, read(other)]).toEqual([field, wanted]);
        }
      }),
    );
  });

  it('are told from an empty risk by any single answer', () => {
    expect(isAnswered(emptyRisk)).toBe(false);
    for (const [name, field] of riskFields)
      expect([name, isAnswered({ ...emptyRisk, ...field.write(emptyRisk, valueFor(name, 0)) })]).toEqual([name, true]);
  });

  it('refuse what they cannot hold, at the field', async () => {
    const refused = (field: string, to: FieldChange['to']) => refusal(() => checkedChanges([change(field, to)], kl));
    expect(await refused('inherent.luck', 2)).toBe('risks.unknownField');
    expect(await refused('__proto__', 2)).toBe('risks.unknownField');
    expect(await refused('inherent.likelihood', 5)).toBe('risks.stepOutsideScale');
    expect(await refused('current.consequence.society.integrity', 6)).toBe('risks.stepOutsideScale');
    expect(await refused('inherent.likelihood', 'mange')).toBe('fields.wrong');
    expect(await refused('treatment', 'hope')).toBe('fields.wrong');
    expect(await refused('controlKeys', 'c1')).toBe('fields.wrong');
    expect(await refused('vulnerability', ['x'])).toBe('fields.wrong');
    expect(() => checkedChanges([change('inherent.likelihood', 5)], scaleOf('5x5'))).not.toThrow();
  });
});

describe('merged', () => {
  it('keeps both when two write different fields, in either order', () => {
    fc.assert(
      fc.property(someEdit, someEdit, ([one, first], [other, second]) => {
        fc.pre(one !== other);
        const mine = change(one, valueFor(one, first));
        const theirs = change(other, valueFor(other, second));
        const there = save(save(aRisk('a', 't'), 'anne', 1, mine).risk, 'bo', 2, theirs);
        const back = save(save(aRisk('a', 't'), 'bo', 2, theirs).risk, 'anne', 1, mine);
        expect(there.conflicts).toEqual([]);
        expect(back.conflicts).toEqual([]);
        expect(back.risk).toEqual(there.risk);
      }),
    );
  });

  it.each(['', [], null])(
    'takes %j as seen for a field that is empty: nothing is nothing however it is told',
    (from) => {
      for (const [name, { accepts }] of riskFields) {
        if (accepts(from, kl) === undefined) continue;
        const to = valueFor(name, 0);
        const { changed, conflicts } = save(aRisk('a', 't'), 'anne', 1, { field: name, from, to });
        expect([name, changed, conflicts]).toEqual([name, [name], []]);
      }
    },
  );

  it('never overwrites what the writer has not seen, and says whose it is', () => {
    fc.assert(
      fc.property(someField, fc.nat({ max: 11 }), fc.nat({ max: 11 }), (name, first, second) => {
        const [theirs, mine] = [valueFor(name, first), valueFor(name, second)];
        const same = (value: FieldChange['to']) => riskFields.get(name)?.accepts(value, kl) ?? null;
        const before = save(aRisk('a', 't'), 'anne', 1, change(name, theirs)).risk;
        const { risk, conflicts } = save(before, 'bo', 2, change(name, mine));
        const isTaken = theirs !== null && !sameValue(same(theirs), same(mine));
        const told = { field: name, theirs: same(theirs), ...stamp('anne', 1) };
        expect(conflicts).toEqual(isTaken ? [told] : []);
        expect(riskFields.get(name)?.read(risk)).toEqual(isTaken ? same(theirs) : same(mine));
      }),
    );
  });

  it('saves the rest beside a conflict, and stamps only what changed', () => {
    const before = save(aRisk('a', 't'), 'anne', 1, change('vulnerability', 'Annes'), change('existing', 'Ens')).risk;
    const { risk, changed, conflicts } = save(
      before,
      'bo',
      5,
      ...[change('vulnerability', 'Bos'), change('existing', 'Ens'), change('inherent.likelihood', 3)],
    );
    expect(changed).toEqual(['inherent.likelihood']);
    expect(conflicts).toEqual([{ field: 'vulnerability', theirs: 'Annes', ...stamp('anne', 1) }]);
    expect(risk).toMatchObject({ vulnerability: 'Annes', inherent: { likelihood: 3 } });
    expect(risk.stamps).toEqual({
      vulnerability: stamp('anne', 1),
      existing: stamp('anne', 1),
      'inherent.likelihood': stamp('bo', 5),
    });
  });

  it('changes and empties what is as the writer saw it', () => {
    const before = save(
      aRisk('a', 't'),
      'anne',
      1,
      change('notRelevant', 'Findes ikke'),
      change('controlKeys', ['b', 'a']),
    );
    const after = save(
      before.risk,
      'bo',
      2,
      ...[change('notRelevant', null, 'Findes ikke'), change('controlKeys', ['c'], ['a', 'b'])],
    );
    expect(after.conflicts).toEqual([]);
    expect(after.risk).toMatchObject({ notRelevant: undefined, controlKeys: ['c'] });
  });
});

describe('quickResult', () => {
  const someAnswers = fc.record(
    Object.fromEntries(quickQuestions.map((question) => [question, fc.constantFrom('yes', 'no', 'unknown')])),
  ) as fc.Arbitrary<Record<(typeof quickQuestions)[number], 'yes' | 'no' | 'unknown'>>;

  it('asks for the long form by one decisive yes or unknown, or by two others', () => {
    expect([...quickRule.decisive].sort()).toEqual([
      'hardWithout',
      'moneyOrRights',
      'sensitiveData',
      'vulnerablePeople',
    ]);
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const open = (...all: (typeof quickQuestions)[number][]) => all.filter((each) => answers[each] !== 'no').length;
        const decisive = open('sensitiveData', 'vulnerablePeople', 'moneyOrRights', 'hardWithout');
        const others = open('manyPeople', 'outsideAccess', 'newTechnology');
        const { outcome, because } = quickResult({ answers });
        expect(outcome).toBe(decisive > 0 || others >= 2 ? 'full' : 'enough');
        expect(because).toEqual(outcome === 'full' ? quickQuestions.filter((each) => answers[each] !== 'no') : []);
      }),
    );
  });

  it('is never milder for a yes or a not knowing', () => {
    fc.assert(
      fc.property(
        someAnswers,
        fc.constantFrom(...quickQuestions),
        fc.constantFrom('yes', 'unknown'),
        (answers, question, worse) => {
          fc.pre(answers[question] === 'no');
          if (quickResult({ answers }).outcome === 'full')
            expect(quickResult({ answers: { ...answers, [question]: worse } }).outcome).toBe('full');
        },
      ),
    );
  });

  it('says nothing while a question is open', () => {
    expect(quickResult({ answers: { sensitiveData: 'yes' } })).toEqual({ because: [] });
  });
});
