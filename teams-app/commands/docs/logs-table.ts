import { logKinds } from '../../telemetry/log-kinds.ts';
import { table } from './lists-page.ts';

/** Every kind of log line, with its level and what an operator does. */
export const logsTable = (): string =>
  table([
    ['kind', 'level', 'msg', 'do'],
    ...[...logKinds]
      .toSorted(([, one], [, other]) => one.kind.localeCompare(other.kind, 'en'))
      .map(([message, { kind, levels, todo }]) => [`\`${kind}\``, levels.join(', '), message, todo]),
  ]).join('\n');
