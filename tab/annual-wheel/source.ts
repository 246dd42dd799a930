import { textOf, t } from '../shared/texts/texts.ts';

const ofPolicy = (part: string): string | undefined => {
  const own = /^R(\d{1,2})$/.exec(part);
  return own ? (textOf(`wheel.source.r${own[1]}`) ?? t('wheel.source.policy')) : undefined;
};

/** `R10` refers to the municipality's own policy; others (a standard, a law) name themselves. */
export const sourceText = (source: string): string =>
  source
    .split(/[,;]\s*/)
    .map((part) => ofPolicy(part.trim()) ?? part.trim())
    .join('; ');
