import { parse } from 'csv-parse/sync';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FigureSettings, figuresFeed } from '../../../api/figures/index.ts';
import { managementViewOf } from '../../../api/figures/dashboards/management.ts';
import { chooseLimit, resetLimit } from '../../../api/figures/settings/choose-limit.ts';
import { feedOf, makeFeed, stopFeed } from '../../../api/figures/settings/feed.ts';
import { figureSettingsOf } from '../../../api/figures/settings/settings-view.ts';
import { declareObligationSources } from '../../../api/obligations/index.ts';
import { figuresDoor } from '../../../teams-app/program/figures-door.ts';
import { closeServer, listen } from '../../../teams-app/program/server.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { aTown, the } from '../organisation/builders.ts';

async function town() {
  const { context } = await aTown();
  declareObligationSources(context, obligationSources);
  return { context, ciso: the(context, 'ciso'), anne: the(context, 'anne') };
}

describe('red limits', () => {
  it('are chosen by CISO and team for everybody, and go back to the default', async () => {
    const { context, ciso, anne } = await town();
    const limitOf = () => figureSettingsOf(context, ciso).limits.find(({ figure }) => figure === 'centresWithoutIsk');
    const isRed = async () =>
      (await managementViewOf(context, ciso)).red.some(({ figures }) =>
        figures.some(({ key }) => key === 'centresWithoutIsk'),
      );
    const before = await isRed();
    expect(limitOf()).toMatchObject({ limit: 1, usual: 1 });
    await expect(chooseLimit(context, anne, 'centresWithoutIsk', 0)).rejects.toMatchObject({
      code: 'figures.mayNotSet',
    });
    await expect(chooseLimit(context, ciso, 'nothing', 0)).rejects.toMatchObject({ code: 'figures.noSuchFigure' });
    // From none on: always red.
    await chooseLimit(context, ciso, 'centresWithoutIsk', 0);
    expect(await isRed()).toBe(true);
    await chooseLimit(context, ciso, 'centresWithoutIsk', 1_000);
    expect(limitOf()).toMatchObject({ limit: 1_000, usual: 1, changedBy: { id: 'ciso' } });
    expect(await isRed()).toBe(false);
    await resetLimit(context, ciso, 'centresWithoutIsk');
    await resetLimit(context, ciso, 'centresWithoutIsk');
    expect(await isRed()).toBe(before);
  });
});

describe('the feed for Power BI', () => {
  it('is read with its key alone, tells every owner’s figures and nobody’s name, and stops', async () => {
    const { context, ciso, anne } = await town();
    await expect(makeFeed(context, anne)).rejects.toMatchObject({ code: 'figures.mayNotSet' });
    const secretIn = (url: string) => /([\w-]+)\.json$/.exec(url)?.[1] ?? '';
    const first = secretIn((await makeFeed(context, ciso)).url);
    const second = secretIn((await makeFeed(context, ciso)).url);
    expect(JSON.stringify(context.list(FigureSettings).all())).not.toContain(second);
    await expect(figuresFeed(context, first)).rejects.toMatchObject({ code: 'figures.noSuchFeed' });
    const rows = await figuresFeed(context, second);
    expect(rows.length).toBeGreaterThan(40);
    expect(new Set(rows.map(({ ownerId }) => ownerId)).size).toBeGreaterThan(1);
    expect(rows.every(({ day, kind }) => day === '2026-11-24' && kind === 'today')).toBe(true);
    expect(JSON.stringify(rows)).not.toMatch(/Anne|"anne"/);
    await stopFeed(context, ciso);
    await stopFeed(context, ciso);
    expect(feedOf(context)).toEqual({ active: false });
    await expect(figuresFeed(context, second)).rejects.toMatchObject({ code: 'figures.noSuchFeed' });
  });

  it('is JSON or a file for Excel, as its address ends, with the same rows, and nothing at any other', async () => {
    const { context, ciso } = await town();
    const [, secret = ''] = /([\w-]+)\.json$/.exec((await makeFeed(context, ciso)).url) ?? [];
    const web = express();
    web.get('/figures-feed/:file', figuresDoor(context));
    const { port, server } = await listen(web, 0, '127.0.0.1');
    const ask = (file: string) => fetch(`http://127.0.0.1:${port}/figures-feed/${file}`);
    try {
      const json = await ask(`${secret}.json`);
      expect(json.headers.get('cache-control')).toBe('private, no-cache');
      const { value } = z.object({ value: z.array(z.object({ figure: z.string() })) }).parse(await json.json());
      const csv = await ask(`${secret}.csv`);
      expect(csv.headers.get('content-type')).toContain('text/csv');
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await csv.arrayBuffer());
      expect(text.startsWith('\uFEFFday;')).toBe(true);
      const rows = z
        .array(z.object({ figure: z.string() }))
        .parse(parse(text, { bom: true, delimiter: ';', columns: true }));
      expect(rows.map(({ figure }) => figure)).toEqual(value.map(({ figure }) => figure));
      for (const other of [`${'x'.repeat(43)}.json`, `${secret}.xml`, secret, `${secret}.json.csv`])
        expect((await ask(other)).status, other).toBe(404);
    } finally {
      await closeServer(server);
    }
  });
});
