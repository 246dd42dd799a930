import mammoth from 'mammoth';

/** What is no document has no words. */
export const work = (bytes: Uint8Array): Promise<string> =>
  mammoth.extractRawText({ buffer: Buffer.from(bytes) }).then(
    ({ value }) => value,
    () => '',
  );
