import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandList } from '../../../bot/commands/command-list.ts';
import { distance } from '../../../bot/commands/distance.ts';
import { languageIn, understand, withoutMentions } from '../../../bot/commands/understand.ts';
import { phrases } from '../../../bot/commands/words.ts';

describe('understand', () => {
  test.each([
    ['hjælp', 'help', 'da'],
    ['HJAELP!', 'help', 'da'],
    ['hjalp', 'help', 'da'],
    ['Hej', 'help', 'da'],
    ['hi', 'help', 'en'],
    ['help me please', 'help', 'en'],
    ['?', 'help', undefined],
    ['???', 'help', undefined],
    ['mine opgaver', 'tasks', 'da'],
    ['mine ogpaver', 'tasks', 'da'],
    ['Hvad skylder jeg?', 'tasks', 'da'],
    ['hvilke opgaver har jeg i dag', 'tasks', 'da'],
    ['my tasks', 'tasks', 'en'],
    ['what are my taks', 'tasks', 'en'],
    // Nearest to 'my centre', though 'mit center' is near, too.
    ['mye centre', 'centre', 'en'],
    ['politik', 'policy', 'da'],
    ['poltik', 'policy', 'da'],
    ['hvor finder jeg informationssikkerhedspolitikken henne?', 'policy', 'da'],
    ['the policy', 'policy', 'en'],
    ['Where can I read the policy', 'policy', 'en'],
    ['hvem er min ISK', 'coordinator', 'da'],
    ['hvem er min isk?', 'coordinator', 'da'],
    ['ISK', 'coordinator', undefined],
    ['Who is my ISK?', 'coordinator', 'en'],
    ['status', 'status', undefined],
    ['hvad er status', 'status', 'da'],
    ['What is the status?', 'status', 'en'],
    ['dækning', 'status', 'da'],
    ['daekning', 'status', 'da'],
    ['godkendelser', 'approvals', 'da'],
    ['er der nogen godkendelser til mig?', 'approvals', 'da'],
    ['hvad skal jeg godkende', 'approvals', 'da'],
    ['my approvals', 'approvals', 'en'],
    ['mit center', 'centre', 'da'],
    ['hvordan ser det ud i mit center', 'centre', 'da'],
    ['my centre', 'centre', 'en'],
    ['påmindelser', 'reminders', 'da'],
    ['paamindelser', 'reminders', 'da'],
    ['STOP!', 'reminders', undefined],
    ['skriv ikke til mig mere', 'reminders', 'da'],
    ['Mind mig om det på fredag', 'reminders', 'da'],
    ['kan du minde mig om det på mandag', 'reminders', 'da'],
    ['hvordan slår jeg påmindelserne fra', 'reminders', 'da'],
    ['stop writing to me', 'reminders', 'en'],
    ['remind me on Monday please', 'reminders', 'en'],
    ['how do I turn off the reminders', 'reminders', 'en'],
    ['hvem er ISK i mit center', 'coordinator', 'da'],
  ])('takes %s as %s', (text, command, language) => {
    expect(understand(text)).toEqual({ command, ...(language ? { language } : {}) });
  });

  test.each([
    ['mine opgaver overskredne', 'overdue', 'da'],
    ['Mine overskredne opgaver', 'overdue', 'da'],
    ['mine opgaver denne uge', 'thisWeek', 'da'],
    ['hvad skal jeg denne uge?', 'thisWeek', 'da'],
    ['my tasks overdue', 'overdue', 'en'],
    ['my tasks this week', 'thisWeek', 'en'],
  ])('takes %s as tasks that are %s', (text, only, language) => {
    expect(understand(text)).toEqual({ command: 'tasks', language, only });
  });

  test.each(['', '   ', 'kan jeg få en kop kaffe', 'blå banan', '🙂', 'risk', 'disk', 'tak for sidst'])(
    'does not pretend to understand "%s"',
    (text) => {
      expect(understand(text)).toBeUndefined();
    },
  );

  test('knows each of its own phrases as what it stands for', () => {
    for (const { text, command } of phrases) expect([text, understand(text)?.command]).toEqual([text, command]);
  });

  test('knows the titles of the command menu in both languages', () => {
    for (const language of ['da', 'en'] as const)
      expect(commandList[language].map(({ title }) => understand(title)?.command)).toEqual([
        'tasks',
        'courses',
        'accident',
        'approvals',
        'centre',
        'policy',
        'coordinator',
        'emergency',
        'status',
        'help',
      ]);
  });

  test('survives whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        understand(text);
      }),
    );
  });
});

describe('command menu', () => {
  test('is within what the manifest takes', () => {
    for (const { title, description } of [...commandList.da, ...commandList.en]) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(128);
    }
    expect(commandList.da.length).toBeLessThanOrEqual(10);
  });
});

describe('withoutMentions', () => {
  test('takes the mention and its mark-up away', () => {
    expect(withoutMentions('<at>Sikkerhedshjulet</at>&nbsp; mine opgaver')).toBe('mine opgaver');
    expect(withoutMentions('@Hjulet status', ['@Hjulet'])).toBe('status');
    expect(withoutMentions('<p>politik</p>')).toBe('politik');
  });
});

test('languageIn tells Danish from English by everyday words', () => {
  expect(languageIn('kan du vise mig hvor det er på listen')).toBe('da');
  expect(languageIn('can you please show me the list')).toBe('en');
  expect(languageIn('banan')).toBeUndefined();
});

test.each([
  ['politik', 'politik', 0],
  ['poltik', 'politik', 1],
  ['ploitik', 'politik', 1],
  ['politikk', 'politik', 1],
  ['opgaver', 'ogpavre', 2],
  ['kaffe', 'politik', 3],
])('distance from %s to %s is %i', (one, other, expected) => {
  expect(distance(one, other, 2)).toBe(expected);
});
