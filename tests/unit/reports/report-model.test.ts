import { describe, expect, it } from 'vitest';
import { allFigures, type Counted, type Owner } from '../../../api/figures/index.ts';
import { reportModel, type FrozenDay, type ReportRecords } from '../../../api/reports/model/report-model.ts';
import { saidIn, sectionsOf, valueOf } from '../../../api/reports/model/report-words.ts';
import { sectionPlans } from '../../../api/reports/model/sections.ts';
import { catalogues, translator } from '../../../api/texts/translate.ts';
import { centre, day } from '../organisation/builders.ts';

type Told = Readonly<Record<string, number>>;
const counted = (value: number): Counted => ({ value, numerator: value });
const frozen = (on: string, owners: Readonly<Record<string, Told>>, titles: Readonly<Record<string, string>> = {}) => ({
  day: day(on),
  owners: new Map(
    Object.entries(owners).map(([owner, told]): [Owner, { title: string; values: Map<string, Counted> }] => [
      owner === 'whole' ? 'whole' : centre(owner),
      {
        title: titles[owner] ?? `Center for ${owner}`,
        values: new Map(Object.entries(told).map(([key, value]) => [key, counted(value)])),
      },
    ]),
  ),
});
const nothing: ReportRecords = { tables: {}, centres: [{ key: 'nord', title: 'Center for Nord' }] };
const modelOf = (now: FrozenDay, before?: FrozenDay, records: ReportRecords = nothing) =>
  reportModel({ year: 2026, now, ...(before ? { before } : {}), figures: allFigures, records });
const said = saidIn({ texts: translator }, 'da');
const sectionOf = (model: ReturnType<typeof modelOf>, key: string, texts: { key: 'risks'; text: string }[] = []) => {
  const found = sectionsOf(said, model, { texts, off: [] }).find((one) => one.key === key);
  if (!found) throw new Error(`no section ${key}`);
  return found;
};

describe('the report of a year', () => {
  it('tells each number with figure, owner, day and value, beside the year before', () => {
    const model = modelOf(
      frozen('2026-12-31', { whole: { risksWorst: 4 } }),
      frozen('2025-12-31', { whole: { risksWorst: 1 } }),
    );
    const risks = sectionOf(model, 'risks');
    expect(risks.text).toBe('4 risici står på det højeste niveau. Året før var det 1.');
    expect(risks.figures).toMatchObject([
      {
        ...{ figure: 'risksWorst', now: '4', before: '1', movement: 'worse' },
        numbers: {
          now: { figure: 'risksWorst', owner: 'whole', day: '2026-12-31', value: 4, numerator: 4 },
          before: { day: '2025-12-31', value: 1 },
        },
      },
    ]);
    expect(sectionOf(model, 'summary').text).toContain('Blevet værre: Risici på højeste niveau.');
    expect([valueOf(said, model, 'risksWorst', 'now'), valueOf(said, model, 'risks', 'before')]).toEqual(['4', '–']);
  });

  it('says of an empty year that there is nothing to tell, and of the first that there is none before it', () => {
    const model = modelOf(frozen('2026-12-31', { whole: {} }));
    expect(sectionOf(model, 'risks')).toMatchObject({
      text: 'Der er ikke noget at fortælle her for i år.',
      figures: [],
    });
    expect(sectionOf(model, 'risks')).not.toHaveProperty('chart');
    expect(sectionOf(model, 'summary').text).toContain('ingen gemte tal fra året før');
  });

  it('shows a centre that was closed or merged with what was, by the name it had, and a new one with what is', () => {
    const { chart } = sectionOf(
      modelOf(
        frozen('2026-12-31', { whole: {}, nord: { policyCoverage: 80 }, ny: { policyCoverage: 60 } }),
        frozen(
          '2025-12-31',
          { whole: {}, nord: { policyCoverage: 70 }, gl: { policyCoverage: 90 } },
          { gl: 'Det gamle' },
        ),
      ),
      'policy',
    );
    expect(chart?.bars).toMatchObject([
      { title: 'Center for Nord', now: { value: 80 }, before: { value: 70 } },
      { title: 'Center for ny', note: 'opened', now: { value: 60 } },
      { title: 'Det gamle', note: 'closed', before: { value: 90 } },
    ]);
    expect(chart?.alt).toContain('Det gamle: lukket eller lagt sammen i året (året før 90\u00a0%)');
    expect(chart?.alt).toContain('Center for Nord: 80\u00a0% (året før 70\u00a0%)');
  });

  it('keeps quotes, long text and odd signs as they are written, in place of its own sentences', () => {
    const text = `»Citat« "q" {{title}} <b> & ${'langt '.repeat(500)}\u{1F512}`;
    const model = modelOf(frozen('2026-12-31', { whole: { risksWorst: 1 } }));
    expect(sectionOf(model, 'risks', [{ key: 'risks', text }])).toMatchObject({ text, isOwn: true });
    expect(sectionOf(model, 'risks', [{ key: 'risks', text }]).written).toBe('1 risiko står på det højeste niveau.');
  });

  it('has words for every sentence in both languages, and tells no figure that nobody can count again', () => {
    const told = sectionPlans.flatMap(({ says, figures, chart }) => [
      ...[...says, ...figures],
      ...(chart && 'figures' in chart ? chart.figures : []),
    ]);
    const known = new Map(allFigures.map((figure) => [figure.key, figure]));
    expect(told.filter((key) => !known.has(key) || known.get(key)?.onlyNow)).toEqual([]);
    for (const { reports } of [catalogues.da, catalogues.en]) {
      const says = new Set(Object.keys(reports.say).map((key) => key.replace(/_(?:one|other)$/, '')));
      expect(sectionPlans.flatMap((plan) => plan.says).filter((key) => !says.has(key))).toEqual([]);
    }
  });
});
