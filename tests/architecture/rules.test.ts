import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programOf, projectFiles, root } from './project-files.ts';

const code = projectFiles().filter((file) => /\.(?:ts|tsx|mjs|cjs)$/.test(file));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const withLine = (files: readonly string[], pattern: RegExp) => files.filter((file) => pattern.test(read(file)));

function cruise(folder: string) {
  const { stdout } = spawnSync(
    process.execPath,
    [
      programOf('dependency-cruiser', 'depcruise'),
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
      ...['--cache', 'node_modules/.cache/dependency-cruiser', '--cache-strategy', 'content'],
      ...folder.split(' '),
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  const { summary } = JSON.parse(stdout) as {
    summary: {
      totalCruised: number;
      violations: { from: string; to: string; rule: { name: string; severity: string } }[];
    };
  };
  return summary;
}

describe('the rooms', () => {
  it('import only what they may, with no circle anywhere', () => {
    const { totalCruised, violations } = cruise('teams-app bot tab api manifest tests');
    expect(totalCruised).toBeGreaterThan(200);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });
});

describe('the tab', () => {
  // A value imports zod and the kernel, which need Node: the page would not start.
  it('takes types alone from contracts', () => {
    const tab = code.filter((file) => file.startsWith('tab/'));
    expect(tab.length).toBeGreaterThan(200);
    expect(withLine(tab, /^import (?!type )[^;]*?api\/[\w-]+\/contract\.ts'/m)).toEqual([]);
  });
});

describe('what somebody may do', () => {
  it('comes from the server with the record: the tab asks no roles', () => {
    const tab = code.filter((file) => file.startsWith('tab/'));
    expect(
      withLine(tab, /\broles\??\.(?:some|every|filter|flatMap|includes)\(|\bme\??\.(?:data\??\.)?roles\b/),
    ).toEqual([]);
  });
});

describe('the sources', () => {
  const product = code.filter((file) => /^(api|bot|tab|teams-app|manifest)\//.test(file));

  it('read the environment only in teams-app/config', () => {
    const allowed = /^teams-app\/(config|starter)\/|vite\.config\.ts$/;
    expect(withLine(product, /process\.env\b/).filter((file) => !allowed.test(file))).toEqual([]);
  });

  it('write days, moments and numbers, and order words, in one file', () => {
    const allowed = /^(?:api\/texts\/format\.ts|teams-app\/emulator\/.*)$/;
    expect(
      withLine(product, /(?:DateTimeFormat|NumberFormat|Collator)\(/).filter((file) => !allowed.test(file)),
    ).toEqual([]);
    // Without a language the order is that of the machine.
    expect(withLine(product, /(?:title|name)\??\.localeCompare\([^,()]*\)/i)).toEqual([]);
  });

  it('limit text fields by `limited`, which tells of a text that is cut', () => {
    const tab = code.filter((file) => file.startsWith('tab/'));
    expect(withLine(tab, /<(?:Input|Textarea)\b[^<]*?\smaxLength=/)).toEqual([]);
  });

  it('hold the state of a context in its named parts', () => {
    expect(withLine(product, /new WeakMap<Context/)).toEqual([]);
    const names = product.flatMap((file) =>
      [...read(file).matchAll(/contextPart<[^\n]*\('([\w/]+)'\)/g)].map(([, name]) => name),
    );
    expect(names.length).toBeGreaterThan(30);
    const known = names.filter((name) => name !== 'derivation');
    expect(known.filter((name, place) => known.indexOf(name) !== place)).toEqual([]);
  });

  it('know no folder of any machine', () => {
    const own = 'tests/architecture/rules.test.ts';
    const all = projectFiles().filter((file) => !/\.(?:png|zip|woff2)$/.test(file) && file !== own);
    expect(withLine(all, /(?<![.\w])(?:\/home\/\w|\/Users\/\w|\/work\/|C:\\\\)/)).toEqual([]);
  });

  it('draw a key by lot only where a repeat makes nothing twice', () => {
    const allowed = new Map([
      ['api/kernel/ids.ts', 'where it is made'],
      ['api/kernel/repeatable-key.ts', 'for who has no press that could be repeated'],
      ['api/http/steps.ts', 'the number of a request in the log'],
      ['api/kernel/trace.ts', 'the number of a request or run in the log'],
      ['api/audit/act-under-way.ts', 'what an act intends to write, until its end'],
      ['teams-app/program/logging.ts', 'the run of the program in the log'],
      ['bot/actions/attempt.ts', 'the number of a press in the log'],
      ['bot/actions/promises.ts', 'a promise in the journal: one that a person repeats is found by its press'],
      ['bot/sending/wire.ts', 'the run of the program that has messages on the wire'],
      ['bot/receive-turn.ts', 'the number of a message in the log'],
      ['bot/botframework/messages-endpoint.ts', 'the number of a message in the log'],
      ['api/instances/redis/join-instances.ts', 'a run of the program among instances'],
      ['api/instances/redis/locks.ts', 'who holds a lock, and how long a wait is'],
      ['bot/sending/gate.ts', 'how long a pause is'],
      ['teams-app/program/cached-plans/cache-file.ts', 'what a file is sealed with, new each time'],
      ['teams-app/jobs/jobs.ts', 'the run of the program that holds turns'],
      ['teams-app/commands/setup/self-signed.ts', 'the serial number of a certificate'],
      ['teams-app/commands/doctor/site.ts', 'an item and a list that are removed again'],
      ['api/deliveries/conversations.ts', 'a page of a log whose newest entry wins'],
      ['api/annual-wheel/calendar/feeds.ts', 'a secret, kept under the person'],
      ['api/figures/settings/feed.ts', 'a secret, of which there is one'],
    ]);
    const drawn = withLine(product, /\b(?:newId|randomUUID|randomBytes|nanoid)\(|Math\.random\(/);
    const files = drawn.filter((file) => !/^teams-app\/(?:emulator|seed|desk|starter)\/|^tab\//.test(file));
    expect(files.filter((file) => !allowed.has(file))).toEqual([]);
    expect([...allowed.keys()].filter((file) => !drawn.includes(file))).toEqual([]);
  });

  it('switch off no check', () => {
    const own = 'tests/architecture/rules.test.ts';
    expect(
      withLine(code, /(?:es|ox)lint-disable|@ts-ignore|@ts-expect-error|@ts-nocheck|(?:prettier|oxfmt)-ignore/).filter(
        (file) => file !== own,
      ),
    ).toEqual([]);
  });

  it('skip, narrow and postpone no test', () => {
    const tests = code.filter((file) => /\.test\.tsx?$/.test(file) && file !== 'tests/architecture/rules.test.ts');
    expect(tests.length).toBeGreaterThan(30);
    expect(withLine(tests, /\b(?:it|test|describe)\.(?:only|skip|todo|skipIf|fails)\b/)).toEqual([]);
  });

  it('are named in kebab-case, or as the component they hold', () => {
    const odd = product.filter((file) => {
      const name = file.split('/').at(-1) ?? '';
      const component = file.startsWith('tab/') && /^(?:use)?[A-Z]\w*\.tsx?$/.test(name);
      return !component && !/^[a-z0-9-]+(?:\.[a-z]+)*$/.test(name);
    });
    expect(odd).toEqual([]);
  });

  it('keep files short: none over 250 lines but catalogues and data', () => {
    const long = product.filter(
      (file) => !/^(api\/texts|teams-app\/seed)\//.test(file) && read(file).split('\n').length > 251,
    );
    expect(long).toEqual([]);
  });

  it('have comments as wide as the code, which the formatter leaves alone', () => {
    const wide = code.flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, at) => (line.length > 120 && /^\s*(?:\/\/|\/?\*)/.test(line) ? [`${file}:${at + 1}`] : [])),
    );
    expect(wide).toEqual([]);
  });

  it('export by name', () => {
    expect(withLine(product, /^export default /m).filter((file) => !/\.config\.ts$/.test(file))).toEqual([]);
  });
});

describe('production', () => {
  it('loads neither emulator nor desk: they come by a dynamic import that only the desk reaches', () => {
    const wired = [
      'teams-app/main.ts',
      'teams-app/program/program.ts',
      'teams-app/program/server.ts',
      'teams-app/config/load-config.ts',
    ];
    expect(withLine(wired, /^import (?!type).*\/(?:desk|emulator)\//m)).toEqual([]);
  });
});
