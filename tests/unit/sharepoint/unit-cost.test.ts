import { describe, expect, it } from 'vitest';
import { unitsOf, unitsPerMinuteOf } from '../../../api/sharepoint/unit-cost.ts';

const items = '/sites/host,a,b/lists/L/items';

describe('unitsOf', () => {
  it.each([
    ['GET', `${items}/7?$expand=fields($select=A)`, 1],
    ['GET', `${items}?$expand=fields($select=A)&$top=5000`, 2],
    ['GET', `https://graph.microsoft.com/v1.0${items}?$skiptoken=abc`, 2],
    ['GET', `https://graph.microsoft.com/v1.0${items}/delta?token=abc`, 1],
    ['GET', `${items}/delta?token=latest&$expand=fields($select=A)`, 2],
    ['GET', `${items}/delta`, 2],
    ['POST', items, 2],
    ['PATCH', `${items}/7`, 2],
    ['DELETE', `${items}/7`, 2],
    ['PUT', '/drives/d/root:/a.docx:/content', 2],
    ['GET', '/drives/d/items/x/content', 1],
    ['GET', '/sites/host,a,b/permissions', 5],
    ['GET', '/users/delta?$select=id', 0],
    ['POST', '/users/x/teamwork/installedApps', 0],
  ])('%s %s costs %i', (method, path, units) => {
    expect(unitsOf(method, path)).toBe(units);
  });

  it('knows the limits of the licence bands', () => {
    expect([800, 1_001, 9_000, 50_000, 60_000].map(unitsPerMinuteOf)).toEqual([1_250, 2_500, 3_750, 5_000, 6_250]);
  });
});
