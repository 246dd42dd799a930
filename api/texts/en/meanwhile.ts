import type { meanwhile as da } from '../da/meanwhile.ts';
import type { TextsOf } from '../catalogue.ts';

export const meanwhile: TextsOf<typeof da> = {
  title: '{{name}} has changed it meanwhile',
  when: 'The change was saved {{moment}}. All that you have written is still here.',
  choose_one: 'Both of you have changed {{count}} field. Choose what is to count, and save again.',
  choose_other: 'Both of you have changed {{count}} fields. Choose for each field what is to count, and save again.',
  nothingToChoose: 'You have not changed the same things. Save again, and all of it comes along.',
  taken_one: 'Taken over from {{name}}, as you had not changed it:',
  taken_other: 'Taken over from {{name}}, as you had not changed them:',
  mine: 'Keep yours',
  theirs: 'Use the one from {{name}}',
  yes: 'Yes',
  no: 'No',
  empty: 'Not filled in',
  save: 'Save again',
};
