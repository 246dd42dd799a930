import { stringify } from 'yaml';
import { alarms } from '../../telemetry/alarms.ts';
import { table } from './lists-page.ts';

const inWords = { now: 'now', day: 'the same working day' };
const anchor = (name: string): string => `#${name.toLowerCase()}`;

/** docs/alarms.md. */
export const alarmsPage = (): string =>
  [
    '# Alarms',
    '',
    '<!-- Written by `npm run isms -- lists-docs` from teams-app/telemetry/alarms.ts. -->',
    '',
    'Prometheus rules are in `infra/alerts.yaml`, from the same rows. Metrics: [monitoring](monitoring.md). The page _Drift_ says the same to those who use the program.',
    '',
    table([
      ['alarm', 'look at it', 'after', 'means'],
      ...alarms.map(({ name, severity, for: after, means }) => [
        `[${name}](${anchor(name)})`,
        inWords[severity],
        after,
        means,
      ]),
    ]).join('\n'),
    ...alarms.flatMap(({ name, when, noticed, todo, ends }) => [
      '',
      `## ${name}`,
      '',
      `\`${when}\``,
      '',
      `- **People notice**: ${noticed}`,
      `- **Do**: ${todo}`,
      `- **Ends**: ${ends}`,
    ]),
    '',
  ].join('\n');

/** infra/alerts.yaml: a rule file of Prometheus. */
export const alertRules = (): string =>
  `# Written by npm run isms -- lists-docs from teams-app/telemetry/alarms.ts.\n${stringify(
    {
      groups: [
        {
          name: 'sikkerhedshjulet',
          rules: alarms.map((alarm) => ({
            alert: alarm.name,
            expr: alarm.when,
            for: alarm.for,
            labels: { severity: alarm.severity },
            annotations: { summary: alarm.means, action: alarm.todo, page: `docs/alarms.md${anchor(alarm.name)}` },
          })),
        },
      ],
    },
    { lineWidth: 0, singleQuote: true },
  )}`;
