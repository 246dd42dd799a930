import { describe, expect, it } from 'vitest';
import { leastLeft } from '../../../tab/contingency/downtime/LiveDowntime.tsx';

const until = { one: '2026-11-24T10:00:00.000Z', four: '2026-11-24T13:00:00.000Z' };
const care = { key: 'care', title: 'Hjemmepleje', limit: { hours: 4, until: until.four } };

describe('what must run again first', () => {
  it('is the service with least time, by its name', () => {
    const downtime = { title: 'Journalen', services: [care], limit: { hours: 4, until: until.four } };
    expect(leastLeft(downtime)).toEqual({ title: 'Hjemmepleje', until: until.four });
  });

  it('is the system where that has less time than its services, or none of them has any', () => {
    const limit = { hours: 1, until: until.one };
    const own = { title: 'Journalen', until: until.one };
    expect(leastLeft({ title: 'Journalen', services: [care], limit })).toEqual(own);
    expect(leastLeft({ title: 'Journalen', services: [{ key: 'care', title: 'Hjemmepleje' }], limit })).toEqual(own);
  });

  it('is nothing while nobody has said how long it may be down', () => {
    expect(leastLeft({ title: 'Journalen', services: [] })).toBeUndefined();
  });
});
