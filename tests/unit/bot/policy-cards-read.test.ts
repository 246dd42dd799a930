import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import type { Instant, LocalDate, PersonId } from '../../../api/kernel/index.ts';
import { acknowledgePolicy, type PolicyVersion } from '../../../api/policy/index.ts';
import { policyCardFor, replacedPolicyCard } from '../../../bot/policy/index.ts';
import type { ChatMessage } from '../../../bot/sending/chat-port.ts';
import { oddIn, textsIn } from '../../support/odd-sentences.ts';
import { aPerson, aPolicy, botContext } from './bot-context.ts';

const on = (day: string) => day as LocalDate;
const at = (moment: string) => moment as Instant;

const idOf = (name: string) => name.replaceAll(' ', '-') as PersonId;

/** Recipients of a card, and their earlier acts. */
const personas = {
  'has worked here for years': { hiredOn: on('2020-01-01') },
  'began on Monday': { hiredOn: on('2026-11-23') },
  'began in the summer': { hiredOn: on('2026-08-01') },
} as const;

const brief = '# Politik\n\n- **Lås** skærmen.\n- Spørg din ISK.\n- Sig det, når noget går galt.';

/** Cards in the chat, as approved snapshots: a changed sentence is read once. */
describe.each(['da', 'en'] as const)('the policy’s cards in %s', (language) => {
  let context: Context;
  const version = (key: string, given: Partial<PolicyVersion>) =>
    aPolicy(context, { key, acknowledgeBy: on('2026-12-12'), body: brief, ...given });
  const read = ({ summary, card }: ChatMessage) => [summary, ...textsIn(card)].join('\n').replaceAll('\u200b', '');

  beforeEach(async () => {
    ({ context } = botContext('2026-11-25T09:00:00.000Z'));
    for (const [name, given] of Object.entries(personas)) await aPerson(context, idOf(name), { ...given, language });
    await version('policy-6.0', {
      number: '6.0',
      publishedAt: at('2026-10-01T08:00:00.000Z'),
      effectiveOn: on('2026-10-01'),
    });
  });

  it.each(Object.keys(personas))('for somebody who %s read as they are approved', async (name) => {
    const personId = idOf(name);
    const cards: string[] = [];
    const look = (key: string) => {
      const message = policyCardFor(context, key, personId);
      for (const text of textsIn(message.card)) expect(oddIn(text), text).toEqual([]);
      cards.push(read(message));
    };
    look('policy-6.0');
    await version('policy-6.1', {
      ...{ number: '6.1', changeKind: 'minor', summary: 'En stavefejl er rettet.' },
      ...{ publishedAt: at('2026-11-20T08:00:00.000Z'), effectiveOn: on('2026-11-20') },
    });
    look('policy-6.1');
    look('policy-6.0');
    await acknowledgePolicy(
      context,
      { personId, name: 'Anne Holm', roles: [], language },
      { versionKey: 'policy-6.0', channel: 'card' },
    );
    look('policy-6.1');
    await version('policy-7.0', {
      number: '7.0',
      publishedAt: at('2026-11-25T08:00:00.000Z'),
      effectiveOn: on('2027-01-01'),
    });
    look('policy-7.0');
    cards.push(read(replacedPolicyCard(context, 'policy-6.0', personId)));
    expect(cards.join('\n\n----\n\n')).toMatchSnapshot();
  });
});

it('to somebody who began after the version and got Teams long after, the policy is not called new', async () => {
  const { context } = botContext('2026-11-25T09:00:00.000Z');
  const personId = idOf('got Teams late');
  await aPerson(context, personId, { hiredOn: on('2026-06-01') });
  await aPolicy(context, {
    key: 'policy-5.0',
    acknowledgeBy: on('2026-05-12'),
    publishedAt: at('2026-05-01T08:00:00.000Z'),
    effectiveOn: on('2026-05-01'),
  });
  const { summary, card } = policyCardFor(context, 'policy-5.0', personId);
  expect(textsIn(card)).toContain('Informationssikkerhedspolitikken');
  expect(summary).toContain('Informationssikkerhedspolitikken. Fristen var');
});

it('to an English reader says that the municipality’s text is Danish, and to nobody else', async () => {
  const { context } = botContext('2026-11-25T09:00:00.000Z');
  const cardIn = async (language: 'da' | 'en', key: string, body: string) => {
    const personId = idOf(`reads ${language} ${key}`);
    await aPerson(context, personId, { language });
    await aPolicy(context, { key, body, publishedAt: at('2026-11-01T08:00:00.000Z'), effectiveOn: on('2026-11-01') });
    return textsIn(policyCardFor(context, key, personId).card);
  };
  expect(await cardIn('en', 'policy-8.0', brief)).toContain('The text is in Danish, as it was written.');
  expect((await cardIn('da', 'policy-8.0', brief)).join()).not.toContain('Teksten er på dansk');
});
