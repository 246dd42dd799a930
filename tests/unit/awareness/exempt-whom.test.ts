import { expect, it } from 'vitest';
import { exemptPerson } from '../../../api/awareness/index.ts';
import { Exemptions } from '../../../api/awareness/exemption-list.ts';
import { aPerson, aTown, day, person, refusal, settle, the } from '../organisation/builders.ts';
import { anOpenRound } from './builders.ts';

it.each(['nobody', 'left'])('an exemption is not given to somebody who does not work here: %s', async (personId) => {
  const { context } = await aTown();
  await settle(context, { people: [aPerson('left', { leftOn: day('2026-11-01') })] });
  const { course } = await anOpenRound(context);
  const given = { personId: person(personId), courseKey: course.key, reason: 'Barsel', from: day('2026-11-24') };
  expect(await refusal(() => exemptPerson(context, the(context, 'ciso'), given))).toBe('awareness.unknownPerson');
  expect(context.list(Exemptions).all()).toEqual([]);
});
