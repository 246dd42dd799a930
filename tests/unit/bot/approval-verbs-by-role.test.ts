import { expect, test } from 'vitest';
import { Agendas, ApprovalRequests } from '../../../api/approvals/index.ts';
import { nowOf, type LocalDate } from '../../../api/kernel/index.ts';
import { agendaCardFor } from '../../../bot/index.ts';
import { aCommittee, cardOf, person, press, submit } from './an-approval.ts';
import { lintCard } from './lint-card.ts';

/** People of `aCommittee`, and whether each one's vote counts; the ISK is the submitter. */
const people = [
  ...['chair', 'mia'].map((who) => [who, true] as const),
  ...['ciso', 'team', 'secretary', 'manager', 'isk', 'anna', 'auditor', 'other', 'deputy', 'nobody'].map(
    (who) => [who, false] as const,
  ),
];

test.each(people)('a card in the hands of %s counts: %s, whichever button of it is pressed', async (who, counts) => {
  for (const button of ['Godkend', 'Send tilbage', 'Godkend den ene']) {
    const { context } = await aCommittee();
    const request = await submit(context);
    await context.list(Agendas).create({
      ...{ key: 'moede-1', title: 'Møde', body: 'securityCommittee', meetsOn: '2026-12-01' as LocalDate, note: '' },
      ...{ requestKeys: [request.key], state: 'sent', madeBy: person('ciso'), madeAt: nowOf(context.clock) },
    });
    const card =
      button === 'Godkend den ene' ? agendaCardFor(context, 'moede-1', person('pia')) : cardOf(context, request, 'pia');
    const { message } = await press(context, who, card, button, { comment: 'Fordi' });
    expect(lintCard(message)).toEqual([]);
    const votes = context.list(ApprovalRequests).get(request.key)?.stages[0]?.votes ?? [];
    expect(votes.map(({ by, seat }) => [by, seat])).toEqual(counts ? [[who, who]] : []);
  }
});
