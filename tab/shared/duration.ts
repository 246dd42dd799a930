import { t } from './texts/texts.ts';

/** A duration in words: `40 sekunder`, `2 minutter`, `3 timer`. Rounded up. */
export function asDuration(seconds: number): string {
  if (seconds < 90) return t('common.duration.seconds', { count: Math.max(1, Math.ceil(seconds)) });
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return t('common.duration.minutes', { count: minutes });
  return t('common.duration.hours', { count: Math.ceil(minutes / 60) });
}
