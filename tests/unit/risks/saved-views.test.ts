import { describe, expect, it } from 'vitest';
import { removeView, savedViews, saveView } from '../../../api/risks/register/saved-views.ts';
import { refusal } from '../organisation/builders.ts';
import { aRiskWorld } from './register-world.ts';

const aView = { title: 'Mit centers åbne', query: 'centreId=mine&overdue=true', shared: false };

describe('saved views of the register', () => {
  it('are seen by their owner alone until they are shared', async () => {
    const { context, ciso, isk } = await aRiskWorld();
    const { key } = await saveView(context, isk, aView);
    expect(savedViews(context, isk).views).toMatchObject([{ key, title: aView.title, mine: true, shared: false }]);
    expect(savedViews(context, ciso).views).toEqual([]);
    await saveView(context, isk, { ...aView, shared: true });
    expect(savedViews(context, ciso).views).toMatchObject([{ key, mine: false, by: { id: 'isk' } }]);
  });

  it('put a new view in the place of the old one of the same name', async () => {
    const { context, isk } = await aRiskWorld();
    await saveView(context, isk, aView);
    await saveView(context, isk, { ...aView, title: 'MIT CENTERS ÅBNE', query: 'level=2' });
    expect(savedViews(context, isk).views).toMatchObject([{ title: 'MIT CENTERS ÅBNE', query: 'level=2' }]);
  });

  it('of two people with the same name are two', async () => {
    const { context, ciso, isk } = await aRiskWorld();
    const mine = await saveView(context, isk, { ...aView, shared: true });
    const theirs = await saveView(context, ciso, { ...aView, shared: true });
    expect(mine.key).not.toBe(theirs.key);
    expect(savedViews(context, isk).views.map(({ mine: own }) => own)).toEqual([true, false]);
  });

  it('are removed by their owner, and removing again is no error', async () => {
    const { context, ciso, isk } = await aRiskWorld();
    const { key } = await saveView(context, isk, { ...aView, shared: true });
    expect(await refusal(() => removeView(context, ciso, key))).toBe('risks.notYourView');
    await removeView(context, isk, key);
    expect(await removeView(context, isk, key)).toEqual({ key });
    expect(savedViews(context, isk).views).toEqual([]);
  });
});
