/**
 * The text of a file: UTF-8, or UTF-16 where its byte order mark says so, as spreadsheets write "Unicode text".
 *
 * @example decode(Buffer.from('\ufeffa', 'utf16le')) // 'a'
 */
export function decode(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes);
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(bytes);
  return bytes.toString('utf8');
}
