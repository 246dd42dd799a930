import { dialled } from '../../api/contingency/index.ts';
import { plain } from './markdown.ts';

/** A number as a call link; text without a number stays text. Escaped. */
export function phoneLink(phone: string): string {
  const number = dialled(phone);
  return number === undefined ? plain(phone) : `[${plain(phone)}](tel:${number})`;
}
