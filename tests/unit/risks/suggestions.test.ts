import { describe, expect, it } from 'vitest';
import { fromQuick, suggestionsFor } from '../../../api/risks/assessments/suggestions.ts';
import { changeAssessment, goOnToFull } from '../../../api/risks/assessments/change-assessment.ts';
import { quickQuestions } from '../../../api/risks/contract.ts';
import { refusal, the } from '../organisation/builders.ts';
import { change, scaleOf } from './builders.ts';
import { aDesk, level, threatKey } from './assessment-desk.ts';

const kl = scaleOf('kl');
const views = ['dataSubject', 'organisation'] as const;

describe('suggestions for threats that nobody has answered', () => {
  it('come from the most similar asset on the same scale, with what is not relevant there', async () => {
    const { context, isk, begin, save, finish, stored } = await aDesk();
    const { key: source } = await begin();
    const aside = stored(source)?.threats.find(({ key }) => key !== threatKey)?.key ?? '';
    await save(source, level);
    await save(source, [change('notRelevant', 'Ingen papirer')], aside);
    await finish(source);
    const ciso = the(context, 'ciso');
    const draft = await begin({ assetKey: 'other' }, 'ciso');
    const { suggestions } = suggestionsFor(context, ciso, draft.key);
    const from = { kind: 'asset', asset: { key: 'journal' } };
    expect(suggestions).toMatchObject([
      ...(stored(draft.key)?.threats ?? []).flatMap(({ key }): object[] => {
        if (key === threatKey) return [{ threatKey: key, inherent: { likelihood: 3 }, from }];
        return key === aside ? [{ threatKey: key, notRelevant: 'Ingen papirer', from }] : [];
      }),
    ]);
    await save(draft.key, [change('inherent.likelihood', 1)], threatKey, 'ciso');
    expect(suggestionsFor(context, ciso, draft.key).suggestions.map((one) => one.threatKey)).toEqual([aside]);
    expect(await refusal(() => suggestionsFor(context, isk, draft.key))).toBe('risks.mayNotAssess');
  });

  it('come from the short form where no similar asset says anything: consequences, never a likelihood', async () => {
    const { context, isk, begin, look } = await aDesk();
    const { key } = await begin({ form: 'quick' });
    const answers = Object.fromEntries(quickQuestions.map((question) => [question, 'no' as const]));
    await changeAssessment(context, isk, key, {
      quick: { answers: { ...answers, sensitiveData: 'yes', hardWithout: 'unknown' }, note: '' },
    });
    await goOnToFull(context, isk, key);
    const { suggestions } = suggestionsFor(context, isk, key);
    expect(suggestions).toHaveLength(look(key).risks.length);
    const triple = { confidentiality: 3, integrity: 1 };
    expect(suggestions[0]).toMatchObject({
      inherent: { consequence: { dataSubject: triple, organisation: triple } },
      from: { kind: 'quick' },
    });
    expect(suggestions[0]?.inherent).not.toHaveProperty('likelihood');
  });

  it('are none when the short form is not answered, and what is not known suggests nothing', () => {
    expect(fromQuick({}, kl, views)).toBeUndefined();
    expect(fromQuick({ sensitiveData: 'unknown', hardWithout: 'unknown' }, kl, views)).toBeUndefined();
    expect(fromQuick({ hardWithout: 'yes' }, kl, ['society'])).toEqual({
      consequence: { society: { availability: 3 } },
    });
  });
});
