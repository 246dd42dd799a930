import { expect, it } from 'vitest';
import { ConversationPages, DeliveryBlocks } from '../../../api/deliveries/index.ts';
import { ReminderPages } from '../../../api/reminders/page-list.ts';
import { codecOf } from '../../../api/sharepoint/codec.ts';

const block = (recipients: unknown) => ({
  ...{ Key: 'b_1', Title: 'b (1)', CampaignKey: 'b', Position: 1 },
  Recipients: JSON.stringify(recipients),
});

it('a moment in the ledger that is none sets its block aside, before days are reckoned from it', () => {
  const sent = { person: 'anne', state: 'sent', at: '2026-11-24T09:00:00.000Z' };
  expect(codecOf(DeliveryBlocks).decode(block([sent]))).toMatchObject({ record: { recipients: [sent] } });
  expect(codecOf(DeliveryBlocks).decode(block([sent, { ...sent, at: 'i går' }]))).toMatchObject({
    key: 'b_1',
    fields: [{ column: 'Recipients', wrong: 'insideJson', hint: '1.at' }],
  });
});

it('and so does one of a chat, and a day of a page', () => {
  const entries = JSON.stringify([{ person: 'anne', state: 'open', at: 'i går' }]);
  expect(codecOf(ConversationPages).decode({ Key: 'c', Title: 'c', Entries: entries })).toMatchObject({
    fields: [{ column: 'Entries', wrong: 'insideJson', hint: '0.at' }],
  });
  const subjects = JSON.stringify([{ kind: 'vote', title: 'Sag', due: '24. november' }]);
  const page = { Key: 'p', Title: 'p', Day: '2026-11-24', Position: 1, Subjects: subjects, People: '[]' };
  expect(codecOf(ReminderPages).decode(page)).toMatchObject({
    fields: [{ column: 'Subjects', wrong: 'insideJson', hint: '0.due' }],
  });
});
