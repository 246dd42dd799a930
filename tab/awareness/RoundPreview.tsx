import { useEffect, useState } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import type { RoundBody } from '../../api/awareness/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { bodyOf, type RoundValues } from './round-values.ts';
import styles from './RoundForm.module.css';

const restMilliseconds = 400;
/** Placeholder of an incomplete form: never sent. */
const nothing: RoundBody = {
  courseKey: '-',
  title: '-',
  opensOn: '',
  dueOn: '',
  newWithinDays: 1,
  basis: 'round',
  obliged: { everybody: false, centreIds: [], groupIds: [], personIds: [] },
  selfDeclared: false,
};

/** A debounced value: one request while typing, not ten. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/** Number of people the round would oblige, and their centres. */
export function RoundPreview({ form }: { form: UseFormReturn<RoundValues> }) {
  const values = useWatch({ control: form.control, compute: bodyOf });
  const rested = useRested(values ? JSON.stringify(values) : '');
  const body = rested === '' ? nothing : (JSON.parse(rested) as RoundBody);
  const preview = useView(
    'POST /api/learning/rounds/preview',
    { body },
    { enabled: rested !== '', keepPrevious: rested !== '' },
  );
  const view = rested === '' ? undefined : preview.data;
  return (
    <section className={styles.roundPreview} aria-label={t('awareness.round.preview')} aria-busy={preview.isFetching}>
      <div role="status">
        {rested === '' && <p className="quiet">{t('awareness.round.previewWait')}</p>}
        {view && (
          <Consequence
            first={
              view.people === 0
                ? t('awareness.round.previewNobody')
                : t('awareness.round.previewPeople', { count: view.people })
            }
          >
            {view.withoutTeams > 0 && <p>{t('awareness.round.withoutTeams', { count: view.withoutTeams })}</p>}
            {view.unreadGroups && view.unreadGroups.length > 0 && (
              <p>{t('awareness.round.unreadGroups', { count: view.unreadGroups.length })}</p>
            )}
          </Consequence>
        )}
      </div>
      {view && view.people > 0 && (
        <details open>
          <summary>{t('awareness.round.byCentre')}</summary>
          <dl className={styles.roundByCentre}>
            {[...view.centres]
              .sort((one, other) => other.people - one.people)
              .map((row) => (
                <div key={row.centre?.id ?? ''}>
                  <dt>{row.centre?.title ?? t('common.noCentre')}</dt>
                  <dd>{asNumber(row.people)}</dd>
                </div>
              ))}
          </dl>
        </details>
      )}
      <ActFailed error={preview.error} />
    </section>
  );
}
