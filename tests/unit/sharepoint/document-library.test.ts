import { describe, expect, it } from 'vitest';
import { encodedPath } from '../../../api/sharepoint/document-library.ts';

describe('encodedPath', () => {
  it('encodes each part on its own', () => {
    expect(encodedPath('Årshjul 2026/Plan #1 50%.docx')).toBe('%C3%85rshjul%202026/Plan%20%231%2050%25.docx');
  });

  it.each(['a:b', 'a?b', 'a|b', '~temp', 'ends.', 'a//b', '', '/a', 'a\\b', 'a*', 'a\nb'])('refuses "%s"', (path) => {
    expect(() => encodedPath(path)).toThrowError(expect.objectContaining({ code: 'sharepoint.fileName' }));
  });
});
