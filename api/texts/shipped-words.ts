import { wheelCatalogue as da } from './da/wheel-catalogue.ts';
import { wheelCatalogue as en } from './en/wheel-catalogue.ts';
import { wheelPlan as planDa } from './da/wheel-plan.ts';
import { wheelPlan as planEn } from './en/wheel-plan.ts';
import type { FormatLanguage } from './format.ts';

/**
 * What is stored in Danish when an activity is taken from the catalogue or a policy's plan begins, with its English
 * twin.
 */
const twins = new Map<string, string>();
function pair(danish: unknown, english: unknown): void {
  if (typeof danish === 'string' && typeof english === 'string') {
    // A single word may be anybody's own.
    if (danish.includes(' ')) twins.set(danish, english);
  } else if (isTexts(danish) && isTexts(english))
    for (const key of Object.keys(danish)) pair(danish[key], english[key]);
}
const isTexts = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
pair(da, en);
pair(planDa, planEn);

/**
 * A stored text in the reader's language: words of the wheel's catalogue and of a policy's plan as long as they are
 * what the program wrote, also with what they are about after them, and everything that somebody has written or changed
 * as it stands.
 */
export function shippedIn(text: string, language: FormatLanguage): string {
  if (language === 'da') return text;
  const about = text.lastIndexOf(' – ');
  const whole = twins.get(text);
  if (whole !== undefined || about < 0) return whole ?? text;
  return (twins.get(text.slice(0, about)) ?? text.slice(0, about)) + text.slice(about);
}
