const parts = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = parts.get(zone);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  parts.set(zone, fresh);
  return fresh;
}

/** Milliseconds that the zone is ahead of UTC at a moment. */
function ahead(moment: Date, zone: string): number {
  const read = Object.fromEntries(
    formatter(zone)
      .formatToParts(moment)
      .map((part) => [part.type, part.value]),
  );
  const local = Date.parse(`${read.year}-${read.month}-${read.day}T${read.hour}:${read.minute}:${read.second}Z`);
  return local - Math.floor(moment.getTime() / 1000) * 1000;
}

/** Stored value of a date-only column: midnight in the site's zone, in UTC, e.g. `2026-03-01T23:00:00Z`. */
export function localMidnight(moment: Date, zone: string): string {
  const day = new Date(moment.getTime() + ahead(moment, zone)).toISOString().slice(0, 10);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const guess = new Date(midnight - ahead(new Date(midnight), zone));
  return `${new Date(midnight - ahead(guess, zone)).toISOString().slice(0, 19)}Z`;
}
