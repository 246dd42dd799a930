import { beforeAll, describe, expect, it } from 'vitest';
import { asSize, fileKinds, fileProblem, kindNames, kindOfFile, titleOfFile } from '../../../tab/shared/files.ts';
import { loadTexts } from '../../../tab/shared/texts/texts.ts';

beforeAll(() => loadTexts('files'));
const aFile = (name: string, size = 10) => new File([new Uint8Array(size)], name);

describe('fileProblem', () => {
  it('lets through what may be tried, whatever the case of its ending', () => {
    for (const name of ['Plan.docx', 'PLAN.PDF', 'tavle.JPeG'])
      expect(fileProblem(aFile(name), fileKinds, 10)).toBe(undefined);
  });

  it('says in words what is wrong before anything is sent', () => {
    expect(fileProblem(aFile('plan.doc'), fileKinds, 10)).toContain('gem det som .docx');
    expect(fileProblem(aFile('plan.exe'), ['pdf'], 10)).toBe(
      'plan.exe kan ikke bruges. Filen skal være PDF. Gem den som det, og vælg den igen.',
    );
    expect(fileProblem(aFile('plan.pdf', 0), fileKinds, 10)).toBe('plan.pdf er tom. Vælg en anden fil.');
    expect(fileProblem(aFile('plan.pdf', 2048), fileKinds, 1024)).toContain('plan.pdf fylder 2 kB');
  });
});

describe('a file in words', () => {
  it('has a size as one says it', () => {
    expect([asSize(12), asSize(1536), asSize(4.75 * 1024 ** 2)]).toEqual(['12 byte', '2 kB', '4,8 MB']);
  });

  it('has a title without ending and underscores', () => {
    expect(titleOfFile('udlevering_af  journaler v2.docx')).toBe('Udlevering af journaler v2');
    expect(titleOfFile('Afsnit 4.2')).toBe('Afsnit 4.2');
  });

  it('is known by its type, and by its name where the browser gives none', () => {
    expect(kindOfFile({ name: 'a', type: 'image/png' })).toBe('picture');
    expect(kindOfFile({ name: 'Å.DOCX', type: '' })).toBe('word');
    expect(kindOfFile({ name: 'a.zip', type: '' })).toBe('other');
    expect(kindNames(fileKinds)).toBe('Word (.docx), PDF eller billede');
  });
});
