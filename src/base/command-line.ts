/**
 * A command line as it can be typed again: words that a shell would take apart are quoted.
 *
 * @example commandLine(['plimsoll', 'simulate', 'my bank.yaml']) // "plimsoll simulate 'my bank.yaml'"
 */
export function commandLine(words: readonly string[]): string {
  return words.map(quoted).join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
