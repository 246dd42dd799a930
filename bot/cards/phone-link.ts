import { dialled } from '../../api/contingency/index.ts';
import { plain } from './markdown.ts';

/** A number that is called when it is pressed; words without a number are to read. Escaped. */
export function phoneLink(phone: string): string {
  const number = dialled(phone);
  return number === undefined ? plain(phone) : `[${plain(phone)}](tel:${number})`;
}
