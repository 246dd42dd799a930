import { localDate } from '../../kernel/index.ts';
import type { PackPaper } from './pack-paper.ts';
import { shortHash } from '../../paper/printable.ts';
import type { PaperWords } from './words.ts';

/** Values of every page and of the file's name. */
export const packValues = ({ centreTitle, number, madeAt, contentHash }: PackPaper, { day }: PaperWords) => ({
  centre: centreTitle,
  number,
  date: day(localDate(new Date(madeAt))),
  hash: shortHash(contentHash),
});
