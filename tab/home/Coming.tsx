import type { MeView } from '../../api/organisation/contract.ts';
import { asMoment, t, textOf } from '../shared/texts/texts.ts';
import { Notice } from '../shared/ui/Notice.tsx';

/** Answers that the reader gave on cards while Microsoft 365 was away, until they are done; at least one. */
export function Coming({ coming }: { coming: NonNullable<MeView['coming']> }) {
  return (
    <Notice tone="info" title={t('obligations.coming.title', { count: coming.length })}>
      <p>{t('obligations.coming.text', { count: coming.length })}</p>
      <ul>
        {coming.map(({ verb, pressedAt }) => (
          <li key={`${verb} ${pressedAt}`}>
            {t('obligations.coming.one', {
              what: textOf(`obligations.coming.what.${verb}`) ?? t('obligations.coming.other'),
              moment: asMoment(pressedAt),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
