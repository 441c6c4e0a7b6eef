/**
 * A result as JSON: the top level a key a line, its lists an item a line, so that two results can be compared with
 * `diff`; the keys in the order in which they stand, numbers as JavaScript prints them.
 */
export function renderJson(data: object): string {
  const lines = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]: [string, unknown]) =>
        `  ${JSON.stringify(key)}: ${Array.isArray(value) ? listOf(value) : JSON.stringify(value)}`,
    );
  return `{\n${lines.join(',\n')}\n}\n`;
}

function listOf(items: readonly unknown[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map(item => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
}
