import type { CadenceView } from '../../api/reminders/contract.ts';
import { t } from '../shared/texts/texts.ts';

type Cadence = Pick<
  CadenceView,
  'before' | 'onTheDay' | 'overdueEvery' | 'coordinatorAfter' | 'managerAfter' | 'committeeAfter'
>;

/** `14, 7 og 3` */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${t('common.and')} ${last}`;
}

function rhythmText(every: number): string {
  if (every === 1) return t('reminders.sentence.everyDay');
  if (every === 7) return t('reminders.sentence.everyWeek');
  if (every === 14) return t('reminders.sentence.everyOtherWeek');
  return t('reminders.sentence.everyDays', { days: String(every) });
}

function remindText({ before, onTheDay, overdueEvery }: Cadence): string {
  const rhythm = rhythmText(overdueEvery);
  if (before.length === 0 && !onTheDay) return t('reminders.sentence.onlyOverdue', { rhythm });
  const days = [...before].sort((one, other) => other - one);
  const count = days.at(-1) ?? 0;
  return t('reminders.sentence.remind', {
    parts: listed([
      ...(days.length > 0 ? [t('reminders.sentence.before', { days: listed(days.map(String)), count })] : []),
      ...(onTheDay ? [t('reminders.sentence.onTheDay')] : []),
      t('reminders.sentence.afterwards', { rhythm }),
    ]),
  });
}

function furtherText({ coordinatorAfter, managerAfter, committeeAfter }: Cadence): string {
  const told = [
    { who: t('reminders.sentence.coordinator'), after: coordinatorAfter },
    { who: t('reminders.sentence.manager'), after: managerAfter },
    { who: t('reminders.sentence.committee'), after: committeeAfter },
  ].flatMap(({ who, after }) =>
    after === undefined ? [] : [{ who, days: t('reminders.sentence.days', { count: after }) }],
  );
  const parts = told.map((values, position) =>
    position === 0 ? t('reminders.sentence.further', values) : t('reminders.sentence.furtherThen', values),
  );
  return parts.length === 0 ? t('reminders.sentence.nobody') : `${listed(parts)}.`;
}

/** A cadence in words: `Vi minder 14 og 3 dage før, på dagen og hver uge derefter. Efter 7 dage får ISK’en besked.` */
export const cadenceSentence = (cadence: Cadence): string => `${remindText(cadence)} ${furtherText(cadence)}`;
