import type { outside as da } from '../da/outside.ts';
import type { TextsOf } from '../catalogue.ts';

export const outside: TextsOf<typeof da> = {
  title: 'Open the app in Teams',
  text: 'Sikkerhedshjulet works inside Microsoft Teams, because Teams knows who you are.',
  open: 'Open in Teams',
  retry: 'I am in Teams, try again',
  tooOld: {
    title: 'Update Teams or your browser',
    text: 'This version of Teams or of the browser is too old for Sikkerhedshjulet. Update it or use another device. Messages in the chat still work.',
  },
  configure: {
    title: 'Add Sikkerhedshjulet',
    text: 'Choose what the tab shows. Each reader sees their own.',
    tabName: 'Information security',
  },
};
