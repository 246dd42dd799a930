import type { TextsOf } from '../catalogue.ts';
import type { trailCards as da } from '../da/trail-cards.ts';

export const trailCards: TextsOf<typeof da> = {
  title: 'Seal for {{day}}',
  summary: 'The audit trail is sealed up to and including {{day}}. There is nothing to do.',
  what: 'The audit trail is sealed up to and including that day. There is nothing to do: this card is your copy of the seal.',
  day: 'Up to and including',
  entries: 'Sealed',
  late: 'Of these, recorded late',
  acts_one: '{{count}} action',
  acts_other: '{{count}} actions',
  keep: 'If anybody later changes, deletes or adds anything in the trail, it no longer matches the seal. Those who run the app can compare the two for you.',
  open: 'Open the audit trail',
  goneTitle: 'There is a newer seal',
  gone: 'The seal on an earlier card is still valid for the days up to and including its date.',
};
