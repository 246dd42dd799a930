import { useState } from 'react';
import { ApiError } from '../shared/api/api-error.ts';
import { useView } from '../shared/api/queries.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';

const numberText = (counted: { numerator: number; denominator?: number | undefined } | undefined): string => {
  if (!counted) return '–';
  const { numerator, denominator } = counted;
  return denominator === undefined
    ? asNumber(numerator)
    : t('figures.outOf', { count: asNumber(numerator), total: asNumber(denominator) });
};

/** Recounts a frozen month and shows what differs and how many records have changed since. */
export function CheckMonth({ frozenKey, name }: { frozenKey: string; name: string }) {
  const [asked, setAsked] = useState(false);
  const check = useView('GET /api/figures/frozen/:frozenKey/check', { params: { frozenKey } }, { enabled: asked });
  const found = check.data;
  // Readers of the months may lack access to their records.
  const refused = check.error instanceof ApiError ? check.error : undefined;
  return (
    <div>
      <ActButton
        size="small"
        busy={check.isFetching}
        busyText={t('figures.keeping.checking')}
        aria-label={t('figures.keeping.checkOf', { name })}
        onClick={() => (asked ? void check.refetch() : setAsked(true))}
      >
        {t('figures.keeping.check')}
      </ActButton>
      <div role="status">
        {found && <p>{t('figures.keeping.same', { count: found.same })}</p>}
        {found && found.differing.length > 0 && (
          <>
            <p>{t('figures.keeping.differ', { count: found.differing.length })}</p>
            <ul>
              {found.differing.map(({ figure, name: figureName, owner, frozen, now, changed }) => (
                <li key={`${figure} ${owner}`}>
                  {t('figures.keeping.differing', {
                    name: figureName,
                    owner: owner === 'whole' ? t('common.word.wholeMunicipality') : owner,
                    before: numberText(frozen),
                    now: numberText(now),
                  })}{' '}
                  {changed > 0 && t('figures.keeping.changed', { count: changed })}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <ActFailed error={refused} />
    </div>
  );
}
