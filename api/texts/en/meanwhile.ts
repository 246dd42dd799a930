import type { meanwhile as da } from '../da/meanwhile.ts';
import type { TextsOf } from '../catalogue.ts';

export const meanwhile: TextsOf<typeof da> = {
  another: 'Somebody else',
  title: '{{name}} has changed this in the meantime',
  when: 'The change was saved {{moment}}. Everything you have written is still here.',
  choose_one: 'You have both changed {{count}} field. Choose which version to keep, and save again.',
  choose_other: 'You have both changed {{count}} fields. Choose which version to keep for each field, and save again.',
  nothingToChoose: 'You have not changed the same fields. Save again to keep both sets of changes.',
  taken_one: 'Taken from {{name}}, as you had not changed it:',
  taken_other: 'Taken from {{name}}, as you had not changed them:',
  merged_one: 'You have both written here, in different places. Both are included. Read it through:',
  merged_other: 'You have both written here, in different places. Both are included. Read them through:',
  bothWrote: 'Someone else wrote in the same field. Both texts are saved.',
  verdictYours: 'Somebody else has meanwhile answered the same item: {{theirs}}. Your answer counts: {{mine}}.',
  verdictTheirs:
    'Somebody else has answered the same item as you, and that answer counts now: {{theirs}} ({{question}})',
  mine: 'Keep yours',
  theirs: 'Use {{name}}’s',
  yes: 'Yes',
  no: 'No',
  empty: 'Not filled in',
  leave: { ask: 'Discard what you have written?', discard: 'Discard', stay: 'Keep writing' },
};
