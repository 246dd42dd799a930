import { expect, it } from 'vitest';
import { conflict, type Instant } from '../../../api/kernel/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { errorCard } from '../../../bot/actions/index.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { textsOf } from './lint-card.ts';

it('a refusal says when the button was pressed where that is a minute ago or more', () => {
  const { context, setNow } = memoryContext();
  const told = { ...context, texts: translator };
  const pressedAt = '2026-12-31T23:59:00.000Z' as Instant;
  const words = () => textsOf(errorCard(told, 'da', conflict('policy.noCoverage'), 'a1', { pressedAt })).join('\n');
  const when = 'Du trykkede den 1. jan. 2027 kl. 00.59.';
  setNow('2026-12-31T23:59:59.999Z');
  expect(words()).not.toContain('Du trykkede');
  setNow('2027-01-01T00:00:00.000Z');
  expect(words()).toContain(when);
  expect(textsOf(errorCard(told, 'da', conflict('policy.noCoverage'), 'a1')).join('\n')).not.toContain('Du trykkede');
});
