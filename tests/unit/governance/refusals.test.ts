import { describe, expect, it } from 'vitest';
import { longest } from '../../../api/governance/contract.ts';
import { collect } from '../../../api/governance/orientation/collect-from-pages.ts';
import { addSubject, removeSubject } from '../../../api/governance/orientation/collect-subjects.ts';
import { CouncilOrientations } from '../../../api/governance/orientation/orientation-list.ts';
import { refused } from '../../support/refused.ts';
import { the } from '../organisation/builders.ts';
import { aLibrary } from '../procedures/a-library.ts';

describe('what Byrådet is told', () => {
  it('has room for so many subjects, from each page, and a repeated press is none more', async () => {
    const { context } = await aLibrary();
    const add = (press: string) =>
      addSubject(context, { ...the(context, 'ciso'), idempotencyKey: press }, { title: `Emne ${press}`, text: '' });
    const page = () => collect(context, the(context, 'ciso'), { path: '/policy', title: 'Politikken' });
    const subjects = () => context.list(CouncilOrientations).all()[0]?.subjects ?? [];
    for (let one = 1; one <= longest.subjects; one += 1) await add(`${one}`);
    const tooMany = 'invalid governance.tooManySubjects';
    expect(await refused(context, () => add('more'))).toBe(tooMany);
    expect(await refused(context, page)).toBe(tooMany);
    await add(`${longest.subjects}`);
    expect(subjects()).toHaveLength(longest.subjects);
    await removeSubject(context, the(context, 'ciso'), subjects()[0]?.key ?? '');
    await page();
    expect(subjects().at(-1)).toMatchObject({ title: 'Politikken' });
  });
});
