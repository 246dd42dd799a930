import { createMetrics } from '../../telemetry/metrics.ts';
import { table } from './lists-page.ts';

/** Every metric of ours with its labels and meaning. */
export const metricsTable = (): string =>
  table([
    ['metric', 'type', 'labels', 'what'],
    ...createMetrics(() => true)
      .described()
      .map(({ name, type, labels, help }) => [
        `\`${name}\``,
        type,
        labels.map((label) => `\`${label}\``).join(', '),
        help,
      ]),
  ]).join('\n');
