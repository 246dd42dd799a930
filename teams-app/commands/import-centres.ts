import { inOneLine, stableKey, todayOf, type LocalDate } from '../../api/kernel/index.ts';
import { Centres, type Centre } from '../../api/organisation/index.ts';
import { CommandError, onlyArgument, type Command } from './command.ts';
import { readTable, type Table } from './import/read-table.ts';
import { inTrail } from './reading-context.ts';

/** A tenant's centres: maps values of the directory attribute. */
export const importCentres: Command = {
  usage: 'import-centres FILE.csv|FILE.xlsx [--dry-run]',
  describe: 'sets the centres from a file with two columns: Center and Afdeling (one row a department)',
  talks: true,
  async run({ args, print, config: load }) {
    const dryRun = args.includes('--dry-run');
    const file = onlyArgument(
      args.filter((argument) => argument !== '--dry-run'),
      'one file with the columns Center and Afdeling',
    );
    const wanted = readCentres(await readTable(file));
    for (const { title, departments } of wanted) print(`${title}: ${departments.join(', ')}`);
    if (dryRun) {
      print('Dry run: nothing was changed.');
      return 0;
    }
    return inTrail(await load(), 'import-centres', async ({ context }) => {
      const handle = context.list(Centres);
      const before = [...handle.all()];
      for (const centre of wanted) {
        const known = before.find(({ title }) => title === centre.title);
        const { key: _key, ...fields } = { ...centre, ...firstDay(before, centre, todayOf(context.clock)) };
        if (known) await handle.update(known.key, () => fields);
        else await handle.create({ ...fields, key: centre.key });
      }
      print('The centres are set. People are placed at the next sync with the directory.');
      return 0;
    });
  },
};

/** A later or reopened centre does not owe earlier work. */
export function firstDay(before: readonly Centre[], { title }: Centre, today: LocalDate): Pick<Centre, 'opensOn'> {
  const known = before.find((centre) => centre.title === title);
  return before.length === 0 || known?.closed === false ? {} : { opensOn: today };
}

/** Throws CommandError when columns are missing or a department is in two centres. */
export function readCentres({ headers, rows }: Table): Centre[] {
  const place = (names: readonly string[]) => headers.findIndex((header) => names.includes(header.toLowerCase()));
  const [centrePlace, departmentPlace] = [place(['center', 'centre']), place(['afdeling', 'department'])];
  if (centrePlace < 0 || departmentPlace < 0) throw new CommandError('Row 1: name the columns Center and Afdeling.');
  const centres = new Map<string, string[]>();
  const seen = new Map<string, number>();
  for (const { number, cells } of rows) {
    const [centre = '', department = ''] = [centrePlace, departmentPlace].map((place) => inOneLine(cells[place] ?? ''));
    if (centre === '' || department === '') throw new CommandError(`Row ${number}: fill in both columns.`);
    const known = seen.get(department);
    if (known !== undefined) throw new CommandError(`Row ${number}: ${department} stands in row ${known} already.`);
    seen.set(department, number);
    centres.set(centre, [...(centres.get(centre) ?? []), department]);
  }
  return [...centres].map(([title, departments], index) => ({
    key: stableKey('centre', title),
    title,
    departments,
    position: index + 1,
    closed: false,
  }));
}
