import { describe, expect, it } from 'vitest';
import { pathOfSubPage } from '../../../tab/shared/teams/deep-link.ts';

describe('pathOfSubPage', () => {
  it.each([
    ['/policy', '/policy'],
    ['policy/versions/v4.0', '/policy/versions/v4.0'],
    ['//policy', '/policy'],
    ['/policy/coverage?centre=c1&show=missing', '/policy/coverage?centre=c1&show=missing'],
  ])('takes %s to %s', (subPageId, path) => {
    expect(pathOfSubPage(subPageId)).toBe(path);
  });

  it.each([
    undefined,
    '',
    '/',
    'https://evil.example/',
    'javascript:alert(1)',
    '/a"><script>',
    '/../api/me',
    '/policy/..',
    '/policy#x',
  ])('leaves out %s, which is no path of ours', (subPageId) => {
    expect(pathOfSubPage(subPageId)).toBeUndefined();
  });
});
