import { strToU8, unzipSync, zipSync } from 'fflate';
import { wordFile } from '../support/word-file.ts';
import { tokenOf, type ApiWorld } from './api-world.ts';

const inWord = (body: string) =>
  zipSync({
    ...unzipSync(wordFile('x')),
    'word/document.xml': strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
const words = (step: number) => Array.from({ length: 3_000 }, (_, place) => `ord${(place * step) % 3_000}`).join(' ');

/** The most expensive requests of one colleague: done on a thread or in slices, so that others are answered. */
export async function longWork(world: ApiWorld): Promise<Record<string, () => Promise<{ status: number }>>> {
  const draft = async (number: string, body: string) => {
    const fields = { title: 'P', number, body, summary: 'K', changeKind: 'major', effectiveOn: '2027-01-01' };
    const { body: made } = await world.as('ciso', 'POST', '/api/policy/versions', fields);
    return typeof made === 'object' && made !== null && 'key' in made ? String(made.key) : '';
  };
  const versions = [await draft('90.1', words(7)), await draft('90.2', words(1_013))];

  const put = async (path: string, bytes: Uint8Array) =>
    fetch(world.address + path, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await tokenOf('isk-nord')}`, 'x-file-name': 'a.docx' },
      body: new Blob([Buffer.from(bytes)]),
    });
  const sheet = (text: string) => ({ fileName: 'a.csv', base64: Buffer.from(text).toString('base64') });
  const read = (text: string) => world.as('ciso', 'POST', '/api/assets/imports/read', sheet(text));
  const rows = (row: (place: number) => string) => Array.from({ length: 10_000 }, (_, place) => row(place)).join('\n');
  const register = `Navn;Beskrivelse;Afhænger\n${rows((place) => `System ${place};${'ord '.repeat(30)};System ${(place * 7) % 10_000}`)}`;
  const columns = { title: 'Navn', description: 'Beskrivelse', dependsOn: 'Afhænger' };
  const mapping = { source: 'own', kind: 'system', words: [], columns };
  const bomb = {
    word: inWord('<w:p/>'.repeat(1_700_000)),
    sheet: Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(200_000_000) })).toString('base64'),
  };
  return {
    'leave from the year 9999': () => world.save('anne', '/api/absences/anne', { from: '9999-12-31' }),
    'leave from a year ahead': () => world.save('anne', '/api/absences/anne', { from: '2027-11-01' }),
    'digests of the year 2126': () => world.as('ciso', 'GET', '/api/reminders/preview?day=2126-01-05'),
    'a Word file of 1.7 million paragraphs': () => put(`/api/procedures/${world.procedureKey}/draft/file`, bomb.word),
    'a workbook that unpacks to 200 MB': () =>
      world.as('ciso', 'POST', '/api/assets/imports/read', { fileName: 'a.xlsx', base64: bomb.sheet }),
    'a table of 20,000 columns': () => read(Array.from({ length: 20_000 }, (_, place) => `k${place}`).join(';')),
    'twenty thousand empty rows': () => read(`Navn\n${';\n'.repeat(20_000)}`),
    'a register of 10,000 systems to be checked': () =>
      world.as('ciso', 'POST', '/api/assets/imports/check', { ...sheet(register), mapping }),
    '10,000 completions to be checked': () =>
      world.as('ciso', 'POST', '/api/learning/imports/check', {
        ...{ ...sheet(`Bruger;Dato\n${rows((place) => `person${place};01-02-2026`)}`), courseKey: world.course.key },
        mapping: { person: 'Bruger', completedOn: 'Dato' },
      }),
    'two texts of 3,000 shuffled words to compare': () =>
      world.as('ciso', 'GET', `/api/policy/versions/${versions[1]}/difference?against=${versions[0]}`),
  };
}
