import {describe, expect, it} from 'vitest';
import {decode} from '../../src/scenario/decode.js';

const TEXT = 'time;help\n08:00;3 é\n';

describe('the text of a file', () => {
  it('is UTF-8 where no mark says otherwise', () => {
    expect(decode(Buffer.from(TEXT, 'utf8'))).toBe(TEXT);
    expect(decode(Buffer.alloc(0))).toBe('');
  });

  it('is UTF-16 of either order of bytes where its mark says so', () => {
    const little = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
    expect(decode(little)).toBe(TEXT);
    expect(decode(Buffer.from(little).swap16())).toBe(TEXT);
  });
});
