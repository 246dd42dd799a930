import { TZDate } from '@date-fns/tz';
import Holidays from 'date-holidays';

const zone = 'Europe/Copenhagen';
const morning = 9;
const danish = new Holidays('DK');

/** 9 in Denmark on the first working day after this moment, or on its own day before 9. ISO. */
export function nextWorkingDay(now: Date): string {
  const here = new TZDate(now.getTime(), zone);
  for (let ahead = here.getHours() < morning ? 0 : 1; ; ahead += 1) {
    const day = new TZDate(here.getFullYear(), here.getMonth(), here.getDate() + ahead, morning, zone);
    if (isWorkingDay(day)) return new Date(day.getTime()).toISOString();
  }
}

function isWorkingDay(day: TZDate): boolean {
  const found = danish.isHoliday(new Date(day.getTime()));
  const isHoliday = Array.isArray(found) && found.some(({ type }) => type === 'public');
  return day.getDay() !== 0 && day.getDay() !== 6 && !isHoliday;
}
