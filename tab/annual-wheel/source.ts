import { textOf, t } from '../shared/texts/texts.ts';

const ofPolicy = (part: string): string | undefined => {
  const own = /^R(\d{1,2})$/.exec(part);
  return own ? (textOf(`wheel.source.r${own[1]}`) ?? t('wheel.source.policy')) : undefined;
};

/** `R10` is what the municipality's own policy says; everything else (a standard, a law) names itself. */
export const sourceText = (source: string): string =>
  source
    .split(/[,;]\s*/)
    .map((part) => ofPolicy(part.trim()) ?? part.trim())
    .join('; ');
