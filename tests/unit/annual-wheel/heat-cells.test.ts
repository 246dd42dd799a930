import { describe, expect, it } from 'vitest';
import { heatOf } from '../../../api/annual-wheel/heat-view.ts';
import { visibleTasks } from '../../../api/annual-wheel/visible-tasks.ts';
import { tasksQuery } from '../../../api/annual-wheel/wheel-contract.ts';
import { cancelTask } from '../../../api/annual-wheel/index.ts';
import { day, the } from '../organisation/builders.ts';
import { aWheel, anActivity } from './builders.ts';

const quarterly = { rule: 'FREQ=MONTHLY;INTERVAL=3', startsOn: day('2026-02-01') };

describe('a number of the heat map', () => {
  it('leads to exactly the tasks it counts, called-off ones left out', async () => {
    const { context } = await aWheel(
      anActivity('logs', {}, quarterly),
      anActivity('risks', { role: 'coordinator' }, { ...quarterly, scope: 'centres' }),
    );
    await cancelTask(context, the(context, 'ciso'), { taskKey: 'logs_2026-05-01', reason: 'Ingen logs' });
    const { rows } = heatOf(context, { year: 2026 });
    expect(rows.length).toBeGreaterThan(1);
    for (const { centre, role, months } of rows)
      months.forEach(({ tasks }, position) => {
        const place = centre ? { centreId: centre.id } : { centreId: 'none', role };
        const query = tasksQuery.parse({ year: 2026, month: position + 1, ...place });
        expect(visibleTasks(context, the(context, 'ciso'), query).total, `${role ?? centre?.id} ${position + 1}`).toBe(
          tasks,
        );
      });
  });
});
