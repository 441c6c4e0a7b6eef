import {join} from 'node:path';

/**
 * Where each of several scenarios keeps what it writes: the folder itself for one, a folder inside it for each of
 * several, named like the scenario. Scenarios of one name are numbered.
 *
 * @example scenarioFolders('reports', ['Small help line', 'Bank']) // ['reports/small-help-line', 'reports/bank']
 */
export function scenarioFolders(root: string, names: readonly string[]): string[] {
  if (names.length === 1) return [root];
  const taken = new Set<string>();
  return names.map(name => {
    const plain = folderName(name);
    let folder = plain;
    for (let n = 2; taken.has(folder); n += 1) folder = `${plain}-${n}`;
    taken.add(folder);
    return join(root, folder);
  });
}

function folderName(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return words?.join('-') ?? 'scenario';
}
