import { Button, Select } from '@fluentui/react-components';
import type { WishesView } from '../../api/reminders/contract.ts';
import { TasksNav } from '../shared/navigation/TasksNav.tsx';
import { kindName } from '../shared/kinds.ts';
import { t } from '../shared/texts/texts.ts';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { hourText, weekdayText } from './reminder-texts.ts';
import { Check } from '../shared/ui/Check.tsx';
import { Choice } from '../shared/ui/Choice.tsx';
import styles from './WishesPage.module.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../shared/api/client.ts';
import { useView, viewOptions } from '../shared/api/queries.ts';

const hours = [8, 9, 10, 11, 12, 13, 14, 15] as const;
const weekdays = [1, 2, 3, 4, 5] as const;

/** Hvornår vil du mindes om det: time of day, rhythm and kinds; saves itself. */
export function WishesPage() {
  const view = useWishesView();
  return <Viewed view={view}>{(wishes) => <WishesForm view={wishes} />}</Viewed>;
}

function answerOf({ rhythm, hour, weekday }: Wishes): string {
  const time = hourText(hour);
  return rhythm === 'weekly'
    ? t('reminders.wishes.weekly', { weekday: weekdayText(weekday), time })
    : t('reminders.wishes.daily', { time });
}

function WishesForm({ view }: { view: WishesView }) {
  const { wishes, change, save, again } = useWishes(view);
  return (
    <Page title={answerOf(wishes)} above={t('reminders.wishes.title')} lead={t('reminders.wishes.lead')}>
      <TasksNav />
      <div className={`${styles.wishes} card`}>
        <p className="quiet" role="status">
          {savingText(save)}
        </p>
        {save.isError && (
          <div className={styles.wishesFailed}>
            <ActFailed error={save.error} />
            <Button onClick={again}>{t('common.retry')}</Button>
          </div>
        )}
        <fieldset className="choices">
          <legend>{t('reminders.wishes.rhythm')}</legend>
          <Rhythm value="daily" text="everyDay" wishes={wishes} change={change} />
          <Rhythm value="weekly" text="onceAWeek" wishes={wishes} change={change} />
        </fieldset>
        <div className={styles.wishesWhen}>
          {wishes.rhythm === 'weekly' && (
            <label>
              {t('reminders.wishes.weekday')}
              <Select value={String(wishes.weekday)} onChange={(_, data) => change({ weekday: Number(data.value) })}>
                {weekdays.map((day) => (
                  <option key={day} value={day}>
                    {weekdayText(day)}
                  </option>
                ))}
              </Select>
            </label>
          )}
          <label>
            {t('reminders.wishes.hour')}
            <Select value={String(wishes.hour)} onChange={(_, data) => change({ hour: Number(data.value) })}>
              {hours.map((hour) => (
                <option key={hour} value={hour}>
                  {hourText(hour)}
                </option>
              ))}
            </Select>
          </label>
        </div>
        <Kinds view={view} wishes={wishes} change={change} />
      </div>
    </Page>
  );
}

function savingText({ isPending, isSuccess }: { isPending: boolean; isSuccess: boolean }): string {
  if (isPending) return t('common.word.saving');
  return isSuccess ? t('reminders.wishes.saved') : t('reminders.wishes.savesItself');
}

interface Part {
  wishes: Wishes;
  change: (part: Partial<Wishes>) => void;
}

function Rhythm(props: Part & { value: Wishes['rhythm']; text: 'everyDay' | 'onceAWeek' }) {
  const { value, text, wishes, change } = props;
  return (
    <Choice
      name="rhythm"
      checked={wishes.rhythm === value}
      onChange={() => change({ rhythm: value })}
      title={t(`reminders.wishes.${text}`)}
      text={t(`reminders.wishes.${text}Text`)}
    />
  );
}

function Kinds({ view, wishes, change }: Part & { view: WishesView }) {
  if (view.kinds.length === 0) return null;
  const toggle = (kind: string, wanted: boolean) =>
    change({ muted: wanted ? wishes.muted.filter((muted) => muted !== kind) : [...wishes.muted, kind] });
  return (
    <fieldset className="choices">
      <legend>{t('reminders.wishes.kinds')}</legend>
      <p className="section-text">{t('reminders.wishes.kindsText')}</p>
      {view.kinds.map(({ kind, legallyRequired }) => (
        <div key={kind}>
          <Check
            checked={legallyRequired || !wishes.muted.includes(kind)}
            disabled={legallyRequired}
            {...(legallyRequired ? { 'aria-describedby': `locked-${kind}` } : {})}
            onChange={(event) => toggle(kind, event.target.checked)}
          >
            {kindName(kind)}
          </Check>
          {legallyRequired && (
            <p className={`quiet ${styles.wishesLocked}`} id={`locked-${kind}`}>
              {t('reminders.wishes.locked')}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}

type Wishes = Pick<WishesView, 'hour' | 'rhythm' | 'weekday' | 'muted'>;

const useWishesView = () => useView('GET /api/reminders/wishes', {});

/** My reminder settings; every change is sent at once, in sequence, so that the last one counts. */
function useWishes(view: WishesView) {
  const queries = useQueryClient();
  const [wishes, setWishes] = useState<Wishes>(() => ({
    hour: view.hour,
    rhythm: view.rhythm,
    weekday: view.weekday,
    muted: view.muted,
  }));
  const save = useMutation({
    scope: { id: 'wishes' },
    mutationFn: (body: Wishes) => call('PUT /api/reminders/wishes', { body }),
    onSuccess: (saved) => queries.setQueryData(viewOptions('GET /api/reminders/wishes', {}).queryKey, saved),
  });
  const change = (part: Partial<Wishes>) => {
    const next = { ...wishes, ...part };
    setWishes(next);
    save.mutate(next);
  };
  return { wishes, change, save, again: () => save.mutate(wishes) };
}
