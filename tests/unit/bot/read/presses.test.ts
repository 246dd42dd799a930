import { it } from 'vitest';
import {
  conflict,
  forbidden,
  invalid,
  missing,
  unavailable,
  unexpected,
  type Instant,
} from '../../../../api/kernel/index.ts';
import {
  errorCard,
  notReceivedCard,
  overdueCard,
  promisedCard,
  strangerCard,
} from '../../../../bot/actions/error-card.ts';
import { botContext } from '../bot-context.ts';
import { readCards } from './as-read.ts';

it('cards about a press that was not carried out read as they are approved', async () => {
  await readCards(async (look, language) => {
    const { context } = botContext('2026-11-25T09:00:00.000Z');
    const again = { verb: 'policy.acknowledge', data: { versionKey: 'policy-4.0' } };
    const pressedAt = '2026-11-25T08:30:00.000Z' as Instant;
    for (const error of [
      invalid('bot.data'),
      forbidden('bot.press'),
      missing('bot.card'),
      conflict('bot.changed'),
      unavailable('sharepoint.away'),
      unexpected(new Error('of a bug')),
    ])
      look(error.kind, errorCard(context, language, error, 'a1b2c3', { again }));
    look('carried out later', errorCard(context, language, missing('bot.card'), 'a1b2c3', { pressedAt }));
    look('Microsoft 365 is away', promisedCard(context, language, pressedAt));
    look('nothing was written down', notReceivedCard(context, language, again));
    look('it could not be carried out in days', overdueCard(context, language, pressedAt, again));
    look('somebody whom the directory has not brought yet', strangerCard(context, language));
  });
});
