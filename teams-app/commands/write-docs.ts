import { readFileSync, writeFileSync } from 'node:fs';
import { colourIcon, outlineIcon } from '../../manifest/icons.ts';
import { toolkitPackage } from '../../manifest/toolkit-package.ts';
import { openApi } from '../../api/http/index.ts';
import { allLists } from '../program/lists.ts';
import { allRoutes } from '../program/routes.ts';
import { onlyOptions, type Command } from './command.ts';
import { listsPage } from './docs/lists-page.ts';
import { alarmsPage, alertRules } from './docs/alarms-page.ts';
import { capacityTable } from './docs/capacity-table.ts';
import { logsTable } from './docs/logs-table.ts';
import { metricsTable } from './docs/metrics-table.ts';
import { personalDataTable } from './docs/personal-data-table.ts';
import { permissionsTable } from './docs/permissions-table.ts';
import { questionsTable } from './docs/questions-table.ts';
import { settingsTable, withTable } from './docs/settings-table.ts';

const inProject = (path: string): URL => new URL(`../../${path}`, import.meta.url);

const pageAt = (path: string): string => readFileSync(inProject(path), 'utf8');

/** Pages generated from declarations, by path: their expected content. */
export const generatedPages = (): Readonly<Record<string, string>> => ({
  'appPackage/manifest.json': toolkitPackage()['manifest.json'],
  'appPackage/en.json': toolkitPackage()['en.json'],
  'docs/lists.md': listsPage(allLists),
  'docs/permissions.md': withTable(pageAt('docs/permissions.md'), 'permissions', permissionsTable()),
  'docs/data-flow.md': withTable(pageAt('docs/data-flow.md'), 'personal-data', personalDataTable()),
  'docs/alarms.md': alarmsPage(),
  'infra/alerts.yaml': alertRules(),
  'docs/capacity.md': withTable(pageAt('docs/capacity.md'), 'capacity', capacityTable()),
  'docs/monitoring.md': withTable(
    withTable(pageAt('docs/monitoring.md'), 'metrics', metricsTable()),
    'logs',
    logsTable(),
  ),
  'docs/probe.md': withTable(pageAt('docs/probe.md'), 'questions', questionsTable()),
  'README.md': withTable(pageAt('README.md'), 'settings', settingsTable()),
});

/** Icons of the Teams app, for Microsoft 365 Agents Toolkit. */
export const generatedIcons = (): Readonly<Record<string, Uint8Array>> => ({
  'appPackage/color.png': colourIcon(),
  'appPackage/outline.png': outlineIcon(),
});

/**
 * Generates docs/lists.md, docs/alarms.md with its rules for Prometheus, the tables of the other pages, and appPackage.
 */
export const writeDocs: Command = {
  usage: 'lists-docs',
  describe:
    'writes docs/lists.md, docs/alarms.md, infra/alerts.yaml, appPackage and the tables of the other pages (permissions, data-flow, capacity, monitoring, probe, README) from their declarations',
  talks: false,
  async run({ args, print }) {
    onlyOptions(args);
    for (const [path, content] of Object.entries({ ...generatedPages(), ...generatedIcons() })) {
      writeFileSync(inProject(path), content);
      print(path);
    }
    return 0;
  },
};

/** The OpenAPI document of all routes, as at `/api/openapi.json`. */
export const printOpenApi: Command = {
  usage: 'openapi',
  describe: 'prints the OpenAPI document of all routes',
  talks: false,
  async run({ args, print }) {
    onlyOptions(args);
    print(JSON.stringify(await openApi(allRoutes), null, 2));
    return 0;
  },
};
