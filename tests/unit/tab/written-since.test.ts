import { describe, expect, it } from 'vitest';
import { writtenSince } from '../../../tab/shared/forms/leave-form.ts';

const sent = { text: 'Strømmen er gået', kind: 'event' };

describe('what is written while a form is sent', () => {
  it('is nothing when nothing has changed', () => {
    expect(writtenSince(sent, { ...sent }, true)).toEqual([]);
  });

  it('is what follows the sent text in a form that is emptied, and the whole text in one that is not', () => {
    const typed = { ...sent, text: `${sent.text} Den er tilbage` };
    expect(writtenSince(sent, typed, true)).toEqual([['text', 'Den er tilbage']]);
    expect(writtenSince(sent, typed, false)).toEqual([['text', typed.text]]);
  });

  it('is a text that takes the place of the sent one', () => {
    expect(writtenSince(sent, { ...sent, text: 'Et løst kabel' }, true)).toEqual([['text', 'Et løst kabel']]);
  });
});
