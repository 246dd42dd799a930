import { isDanish } from '../../../api/texts/is-danish.ts';
import { t } from '../texts/texts.ts';

/** What the municipality wrote is not translated: whether it is in another language than its reader's. */
export const isForeign = (text: string): boolean => document.documentElement.lang !== 'da' && isDanish(text);

/** A line to an English reader that a text is in Danish; none to others. */
export const InDanish = ({ text }: { text: string }) =>
  isForeign(text) ? <p className="quiet">{t('writing.inDanish')}</p> : null;
