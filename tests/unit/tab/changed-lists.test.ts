import { beforeEach, describe, expect, it } from 'vitest';
import { noteLists, takeChanged } from '../../../tab/shared/api/changed-lists.ts';

const [assets, wheel, unknown] = ['/api/assets?q=%C3%85se', '/api/wheel', '/api/standards'];
/** The views that would be refetched. */
const refetched = () => [assets, wheel, unknown].filter(takeChanged());

beforeEach(() => {
  takeChanged();
  noteLists('GET', assets, 'People Assets');
  noteLists('GET', wheel, 'People WheelTasks');
  noteLists('GET', unknown);
});

describe('after an act', () => {
  it('a view is refetched that has read one of the lists it changed, or does not say what it has read', () => {
    noteLists('POST', '/api/assets', 'Assets AuditEntries');
    expect(refetched()).toEqual([assets, unknown]);
  });

  it('so are those of acts since the latest refetch, and of no earlier ones', () => {
    noteLists('PUT', '/api/assets/a', 'Assets');
    noteLists('PUT', '/api/wheel/tasks/t', 'WheelTasks');
    expect(refetched()).toEqual([assets, wheel, unknown]);
    expect(refetched()).toEqual([unknown]);
  });

  it('all are refetched when one failed, or its answer does not say, until that is done', () => {
    noteLists('POST', '/api/assets');
    noteLists('POST', '/api/assets', 'Assets');
    expect(refetched()).toEqual([assets, wheel, unknown]);
    expect(refetched()).toEqual([unknown]);
  });

  it('a view depends on what its latest answer has read', () => {
    noteLists('GET', wheel, 'People WheelTasks Assets');
    noteLists('GET', assets, 'People');
    noteLists('POST', '/api/assets', 'Assets');
    expect(refetched()).toEqual([wheel, unknown]);
  });
});
