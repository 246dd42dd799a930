import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardKinds } from '../../../../bot/cards/index.ts';
import { approvedFolder } from './as-read.ts';

describe('every card that the bot knows', () => {
  it('stands approved as a person reads it, and no other does', () => {
    const files = readdirSync(approvedFolder).map((file) => file.replace('.txt', ''));
    expect(files.toSorted()).toEqual([...cardKinds].toSorted());
  });
});
