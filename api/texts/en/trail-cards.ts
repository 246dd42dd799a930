import type { TextsOf } from '../catalogue.ts';
import type { trailCards as da } from '../da/trail-cards.ts';

export const trailCards: TextsOf<typeof da> = {
  title: 'Seal for {{day}}',
  summary: 'The audit trail is sealed up to and including {{day}}. There is nothing to do.',
  what: 'The audit trail is sealed up to and including that day. There is nothing to do: the card is your copy of the seal.',
  day: 'Up to and including',
  entries: 'Sealed',
  late: 'Of them, came late',
  acts_one: '{{count}} act',
  acts_other: '{{count}} acts',
  keep: 'If anybody changes, deletes or adds something in the trail afterwards, it no longer matches the seal. Those who look after the app can compare the two for you.',
  open: 'Open Audit trail',
  goneTitle: 'There is a newer seal',
  gone: 'The seal on an earlier card still holds for the days up to and including its date.',
};
