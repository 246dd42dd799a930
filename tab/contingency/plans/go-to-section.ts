import type { Section } from './plan-values.ts';

const idOf = (section: Section): string => `section-${section}`;

/** Scrolls to a section, and focuses its heading. */
export function goToSection(section: Section): void {
  document.getElementById(idOf(section))?.scrollIntoView({ block: 'start' });
  document.getElementById(`heading-${section}`)?.focus({ preventScroll: true });
}

/** Focuses a section's first field, or its add button. */
export function goToField(section: Section): void {
  const place = document.getElementById(idOf(section));
  const field =
    place?.querySelector<HTMLElement>('input:not([type="file"]), textarea') ?? place?.querySelector('button');
  place?.scrollIntoView({ block: 'start' });
  field?.focus({ preventScroll: true });
}
