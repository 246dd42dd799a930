import { describe, expect, it } from 'vitest';
import { changeAdvice, recordAdvice } from '../../../api/advice/advice.ts';
import { refused } from '../../support/refused.ts';
import { aTown, the } from '../organisation/builders.ts';

const answer = 'Brug sikker mail.';

describe('advice', () => {
  it.each(['anne', 'isk-nord', 'manager-nord', 'committee', 'auditor'])('is not written by %s', async (who) => {
    const { context } = await aTown();
    const { key } = await recordAdvice(context, the(context, 'ciso'), { askedById: 'anne', answer });
    const input = { askedById: 'anne', answer: 'Ring.' };
    const mayNot = 'forbidden advice.mayNotWrite';
    expect(await refused(context, () => recordAdvice(context, the(context, who), input))).toBe(mayNot);
    expect(await refused(context, () => changeAdvice(context, the(context, who), key, input))).toBe(mayNot);
    await changeAdvice(context, the(context, 'team'), key, input);
  });

  it('is of somebody whom the municipality knows', async () => {
    const { context } = await aTown();
    const ciso = the(context, 'ciso');
    const unknown = 'invalid advice.unknownAsker askedById';
    expect(await refused(context, () => recordAdvice(context, ciso, { askedById: 'x', answer }))).toBe(unknown);
    const { key } = await recordAdvice(context, ciso, { askedById: 'bo', answer });
    expect(await refused(context, () => changeAdvice(context, ciso, key, { askedById: 'x', answer }))).toBe(unknown);
    expect(await changeAdvice(context, ciso, key, { askedById: 'anne', answer })).toMatchObject({ askedBy: 'anne' });
  });
});
