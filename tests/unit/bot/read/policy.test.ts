import { it } from 'vitest';
import type { Instant, LocalDate, PersonId } from '../../../../api/kernel/index.ts';
import { actorOf, People } from '../../../../api/organisation/index.ts';
import { acknowledgePolicy, type PolicyVersion } from '../../../../api/policy/index.ts';
import { policyCardFor, replacedPolicyCard } from '../../../../bot/policy/index.ts';
import { aCourseDue } from '../a-day-of-digests.ts';
import { aCentre, anne, aPerson, aPolicy, aRole, botContext, mette, voksne } from '../bot-context.ts';
import { readCards } from './as-read.ts';

const newcomer = '11111111-0000-4000-8000-0000000000aa' as PersonId;
const other = '11111111-0000-4000-8000-0000000000ab' as PersonId;
const on = (day: string) => day as LocalDate;
const at = (moment: string) => moment as Instant;
const body = '# Politik\n\n## Kort\n\n- Lås skærmen.\n- Spørg din ISK.\n- Sig det, når noget går galt.\n- Tag kurset.';

it('cards about the policy read as they are approved', async () => {
  await readCards(async (look, language) => {
    const { context, setNow } = botContext('2026-11-25T09:00:00.000Z');
    await aCentre(context, voksne, 'Center for Voksne og Velfærd');
    await aPerson(context, anne, { language });
    await aPerson(context, mette, { title: 'Mette Sørensen', language });
    await aPerson(context, newcomer, { title: 'Nadia Berg', hiredOn: on('2026-11-23'), language });
    await aPerson(context, other, { title: 'Bo Dahl', hiredOn: on('2026-11-23'), language });
    await aRole(context, mette, 'coordinator', voksne);
    await aCourseDue(context, {
      obliged: { everybody: false, centreIds: [], groupIds: [], personIds: [newcomer, other] },
    });
    const version = (key: string, given: Partial<PolicyVersion>) => aPolicy(context, { key, body, ...given });
    const card = (key: string, who = anne) => policyCardFor(context, key, who);

    look('before there is any', card('policy-6.0'));
    await version('draft', { number: '6.0', state: 'draft', publishedAt: undefined });
    look('of a draft', card('draft'));
    const october = { publishedAt: at('2026-10-01T08:00:00.000Z'), effectiveOn: on('2026-10-01') };
    await version('policy-6.0', { number: '6.0', ...october });
    look('a major version', card('policy-6.0'));
    look('somebody who began on Monday', card('policy-6.0', newcomer));
    setNow('2026-12-14T09:00:00.000Z');
    look('the last day is over', card('policy-6.0'));
    setNow('2026-11-25T09:00:00.000Z');
    const november = { publishedAt: at('2026-11-20T08:00:00.000Z'), effectiveOn: on('2026-11-20') };
    await version('policy-6.1', {
      ...{ number: '6.1', changeKind: 'minor', summary: 'En stavefejl er rettet.' },
      ...november,
    });
    look('a minor version after a major one that was not answered', card('policy-6.1'));
    look('the old card, pressed after the minor version', card('policy-6.0'));
    await acknowledgePolicy(context, actorOf(context, anne)!, { versionKey: 'policy-6.0', channel: 'card' });
    look('acknowledged', card('policy-6.1'));
    await acknowledgePolicy(context, actorOf(context, mette)!, { versionKey: 'policy-6.1', channel: 'card' });
    await version('policy-6.2', { number: '6.2', changeKind: 'minor', summary: 'Et link er rettet.', ...november });
    look('acknowledged before a minor version', card('policy-6.2', mette));
    await acknowledgePolicy(context, actorOf(context, other)!, { versionKey: 'policy-6.2', channel: 'card' });
    look('acknowledged by somebody who began on Monday, and has a course', card('policy-6.2', other));
    look('what an old card becomes when the next has come', replacedPolicyCard(context, 'policy-6.0', newcomer));
    await context.list(People).update(newcomer, () => ({ leftOn: on('2026-11-24') }));
    look('somebody who has left', card('policy-6.2', newcomer));
  });
});
