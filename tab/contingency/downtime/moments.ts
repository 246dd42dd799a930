const two = (number: number): string => String(number).padStart(2, '0');

/** A moment as the value of a `datetime-local` field: `2026-11-24T10:12`, in the reader's time. */
export function asField(moment: number): string {
  const date = new Date(moment);
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

const [hourLength, minuteLength] = [3_600_000, 60_000];

/**
 * The moment of such a field; undefined when empty. When the clocks go back an hour is ambiguous: the later one is
 * meant.
 */
export function fromField(text: string, now = Date.now()): string | undefined {
  const moment = new Date(text).getTime();
  if (text === '' || Number.isNaN(moment)) return undefined;
  const later = moment + hourLength;
  const isMeant = later <= now + minuteLength && asField(later) === text;
  return new Date(isMeant ? later : moment).toISOString();
}

/**
 * The end of what began at a moment, by such a field; a field has no seconds, so that the minute of the beginning means
 * now, or its last second.
 */
export function endFromField(text: string, startedAt: string, now = Date.now()): string | undefined {
  const moment = fromField(text, now);
  const start = Date.parse(startedAt);
  if (moment === undefined || text !== asField(start)) return moment;
  const last = Math.min(Date.parse(moment) + minuteLength - 1, now);
  return new Date(Math.max(last, start + 1_000)).toISOString();
}
