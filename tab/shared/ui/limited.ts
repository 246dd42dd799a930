import type { ClipboardEvent } from 'react';
import { t } from '../texts/texts.ts';
import { notify } from './notify.ts';

type Written = HTMLInputElement | HTMLTextAreaElement;

/** Limits a text field to a number of characters. Browsers cut a text that is pasted silently: this says so. */
export const limited = (count: number) => ({
  maxLength: count,
  onPaste: ({ currentTarget, clipboardData }: ClipboardEvent<Written>) => {
    const { value, selectionStart, selectionEnd } = currentTarget;
    const replaced = (selectionEnd ?? 0) - (selectionStart ?? 0);
    const pasted = clipboardData.getData('text').length;
    if (value.length - replaced + pasted > count) notify(t('common.form.pasteCut', { count }));
  },
});
