import type { MeView } from '../../api/organisation/contract.ts';
import { asMoment, t, textOf } from '../shared/texts/texts.ts';
import { Notice } from '../shared/ui/Notice.tsx';

/** The reader's card answers given during an outage of Microsoft 365, until processed; at least one. */
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
