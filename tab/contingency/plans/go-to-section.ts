import type { Section } from './plan-values.ts';

const idOf = (section: Section): string => `section-${section}`;

/** Brings a section into sight, with its heading in focus. */
export function goToSection(section: Section): void {
  document.getElementById(idOf(section))?.scrollIntoView({ block: 'start' });
  document.getElementById(`heading-${section}`)?.focus({ preventScroll: true });
}

/** Leads to the first field of a section, or to what adds one. */
export function goToField(section: Section): void {
  const place = document.getElementById(idOf(section));
  const field =
    place?.querySelector<HTMLElement>('input:not([type="file"]), textarea') ?? place?.querySelector('button');
  place?.scrollIntoView({ block: 'start' });
  field?.focus({ preventScroll: true });
}
