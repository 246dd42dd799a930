import { t, textOf } from './texts/texts.ts';

/** The texts of catalogue `kinds` are loaded by every page that lists obligations. */
interface Owed {
  kind: string;
  title: string;
}

export const kindName = (kind: string): string => textOf(`kinds.${kind}.name`) ?? kind;
/** What to do: `Læs og bekræft Informationssikkerhedspolitik 4.0`. */
export const oweText = ({ kind, title }: Owed): string => textOf(`kinds.${kind}.owe`, { title }) ?? title;
/** Label of the button that leads to it. */
export const pressText = (kind: string): string => textOf(`kinds.${kind}.press`) ?? t('common.open');
