import type { Translate } from '../../api/context.ts';
import type { Language } from '../../api/kernel/index.ts';
import { isDanish } from '../../api/texts/is-danish.ts';
import { aside, type CardElement } from './elements.ts';

/** A line to an English reader that what the municipality wrote is in Danish; none to others. */
export const inDanish = (t: Translate, language: Language, text: string): CardElement[] =>
  language !== 'da' && isDanish(text) ? [aside(t('cards.inDanish'))] : [];
