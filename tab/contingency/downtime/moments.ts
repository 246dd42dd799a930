const two = (number: number): string => String(number).padStart(2, '0');

/** A moment as the browser's own field for day and time has it: `2026-11-24T10:12`, in the reader's time. */
export function asField(moment: number): string {
  const date = new Date(moment);
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The moment of such a field; undefined while it is not filled in. */
export function fromField(text: string): string | undefined {
  const moment = new Date(text);
  return text === '' || Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}
